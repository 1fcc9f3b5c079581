import type { Block, OutlineNode, ParsedDocument, SourceInline } from '../model/block.ts';
import type { Code } from '../model/content.ts';
import type { UnitNode } from '../model/unit.ts';

/** A block's tree as one line of text, alike for all ways to write it; white space is collapsed. */
type TreeKey = string;

const START = '\u{1}';
const INNER = '\u{2}';
const END = '\u{3}';
const BREAK = '\u{4}';

/** The tree that a unit's content is meant to be. */
export function intendedTree(nodes: readonly UnitNode[], words: (notice: string) => string): TreeKey {
  const walk = (children: readonly UnitNode[]): string =>
    children
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.kind === 'notice') return words(node.raw);
        if (node.kind === 'gap') return node.gap === 'hard' ? BREAK : node.gap === 'none' ? '' : ' ';
        return codeKey(node.code, markup(node.code.parts), node.children && walk(node.children));
      })
      .join('');
  return tidy(walk(nodes));
}

/** The tree that a reader found. */
export function foundTree(inlines: readonly SourceInline[]): TreeKey {
  const stack: string[] = [];
  let out = '';
  for (const token of inlines) {
    if (token.kind === 'text') out += token.text;
    else if (token.kind === 'soft') out += ' ';
    else if (token.kind === 'hard') out += BREAK;
    else if (token.kind === 'open') {
      stack.push(out);
      out = '';
    } else if (token.kind === 'close') out = (stack.pop() ?? '') + codeKey(token, markup(token.parts), out);
    else if (token.kind === 'single') out += codeKey(token, markup(token.parts), null);
  }
  return tidy(out);
}

function markup(parts: readonly unknown[]): string[] {
  return parts.map((part) => (typeof part === 'string' ? part : ''));
}

/** Tags of HTML are compared one by one, since what pairs them is only that they stand in one span. */
function codeKey(
  code: Pick<Code, 'type' | 'href' | 'text'>,
  parts: readonly string[],
  inner: string | null,
): string {
  const { type, href, text } = code;
  if (type === 'html') {
    if (inner === null) return breakKey(parts.join('')) ?? `${START}html ${parts.join('')}${END}`;
    const closing = parts.slice(1).join('');
    return `${START}html ${parts[0]}${END}${inner}${START}html ${closing}${END}`;
  }
  if (type === 'autolink') return `${START}link ${href ?? ''}${INNER}${text ?? href ?? ''}${END}`;
  if (inner === null)
    return `${START}${type} ${href ?? ''}${INNER}${type === 'image' ? '' : (text ?? '')}${END}`;
  return `${START}${type} ${href ?? ''}${INNER}${inner}${END}`;
}

/** For line breaks that stand within a segment as a code, with the container marks behind them. */
function breakKey(raw: string): string | null {
  if (!/^(?:\s|>|\\\n|<br(?:\s[^<>]*|\/)?>)+$/i.test(raw)) return null;
  return /<br|\\\n| {2}\n/i.test(raw) ? BREAK : ' ';
}

function tidy(key: string): TreeKey {
  return key
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:\u0004 ?)+/g, BREAK)
    .trim();
}

/** What of a document's outline must stay, one line for each top-level node. Linear. */
export function outlineLines(nodes: readonly OutlineNode[], contents: boolean): string[] {
  return nodes.map((node) => outlineLine(node, contents));
}

function outlineLine(node: OutlineNode, contents: boolean): string {
  const { type, level, ordered, first, tight, checked, align, head, info, literal, label } = node;
  const own = [type, level, ordered, first, tight, checked, align, head, label];
  const held = contents ? JSON.stringify([info, literal]) : '';
  return `${own.join(',')}${held}(${outlineLines(node.children, contents).join(' ')})`;
}

/** Where two lists differ: the range in the first (from, to) that has no like in the second; null where none. */
export function differingRange(
  source: readonly string[],
  found: readonly string[],
): { readonly from: number; readonly to: number } | null {
  let from = 0;
  while (from < source.length && from < found.length && source[from] === found[from]) from++;
  if (from === source.length && from === found.length) return null;
  let same = 0;
  const most = Math.min(source.length, found.length) - from;
  while (same < most && source[source.length - 1 - same] === found[found.length - 1 - same]) same++;
  return { from, to: source.length - same };
}

/** A document's blocks by the block in whose codes they stand; -1 for those that stand by themselves. */
export function blocksByParent({ blocks }: ParsedDocument): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  blocks.forEach((block: Block, index) => {
    const list = children.get(block.parent ?? -1);
    if (list) list.push(index);
    else children.set(block.parent ?? -1, [index]);
  });
  return children;
}
