import type { ParsedDocument } from '../model/block.ts';
import { documentNotice } from './assemble-notices.ts';
import type { Edit } from './assemble-rewrite.ts';

const HEAD = '<!-- hexapla:notice -->\n\n';

/**
 * The edit that puts a notice at the head of a published edition's Markdown, above what was noticed there before; null
 * where the document has no place for one (front matter and nothing behind it). Nothing else of it changes.
 */
export function previousEdit({ text, outline }: ParsedDocument, notice: string): Edit | null {
  const [first] = outline();
  const at = first?.type === 'frontMatter' ? first.end : 0;
  if (at > 0 && text.charAt(at - 1) !== '\n') return null;
  if (!text.startsWith(HEAD, at)) return { start: at, end: at, text: documentNotice(notice) };
  const inside = at + HEAD.length;
  return { start: inside, end: inside, text: `${notice}\n>\n` };
}
