import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';
import { isBlankLine } from './markdown-line.ts';

/** A list's mark at the beginning of a line: the list's type, its length, and what marks of one list share. */
interface ListMark {
  readonly list: 'BulletList' | 'OrderedList';
  readonly size: number;
  readonly sort: number;
}

const BULLET = /[-+*](?=[ \t]|$)/y;
const ORDERED = /[0-9]{1,9}[.)](?=[ \t]|$)/y;

/** The engine keeps an item open that begins with white space only and a blank line; these rules do not. */
export const LISTS: MarkdownConfig = {
  parseBlock: [
    { name: 'BulletList', parse: (cx, line) => openItem(cx, line, bulletMark(line)) },
    { name: 'OrderedList', parse: (cx, line) => openItem(cx, line, orderedMark(line)) },
  ],
};

function bulletMark(line: Line): ListMark | null {
  BULLET.lastIndex = line.pos;
  return BULLET.test(line.text) ? { list: 'BulletList', size: 1, sort: line.next } : null;
}

function orderedMark(line: Line): ListMark | null {
  if (line.next < 48 || line.next > 57) return null;
  ORDERED.lastIndex = line.pos;
  const size = ORDERED.exec(line.text)?.[0].length;
  if (size === undefined) return null;
  return { list: 'OrderedList', size, sort: line.text.charCodeAt(line.pos + size - 1) };
}

/** The engine's container, with the flag that it reads at an item's second line; left out of its published types. */
interface OpenItem {
  readonly block: { blankFirstLine: boolean };
}

/**
 * Notes that a block begins in the innermost container. The engine counts an item's finished blocks, so that one
 * that begins with a blank line and a quote would end at the quote's first blank line.
 */
export function noteContent(cx: BlockContext, line: Line): void {
  if (!isBlankLine(line)) (cx as unknown as OpenItem).block.blankFirstLine = false;
}

/** https://spec.commonmark.org/0.31.2/#list-items */
function openItem(cx: BlockContext, line: Line, mark: ListMark | null): false | null {
  if (!mark) return false;
  const from = cx.lineStart + line.pos;
  const end = line.pos + mark.size;
  const text = line.skipSpace(end);
  const blank = text >= line.text.length;
  const after = line.countIndent(end, line.pos, line.indent);
  const column = line.countIndent(text, end, after);
  const base = blank || column >= after + 5 ? after + 1 : column;
  if (cx.parentType().name !== mark.list) cx.startComposite(mark.list, line.basePos, mark.sort);
  cx.startComposite('ListItem', line.basePos, base - line.baseIndent);
  cx.addElement(cx.elt('ListMark', from, from + mark.size));
  line.moveBaseColumn(base);
  (cx as unknown as OpenItem).block.blankFirstLine = blank;
  return null;
}
