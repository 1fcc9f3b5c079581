import type { BlockContext, Element, Line } from '@lezer/markdown';
import { TAG } from './markdown-html.ts';
import { isBlankLine, isLazy } from './markdown-line.ts';

/** The start conditions of HTML blocks, in CommonMark's numbering. */
export type HtmlBlockType = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|' +
  'menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|' +
  'title|tr|track|ul';

const STARTS: readonly (readonly [HtmlBlockType, RegExp])[] = [
  [1, /<(?:script|pre|textarea|style)(?=[ \t>]|$)/iy],
  [2, /<!--/y],
  [3, /<\?/y],
  [5, /<!\[CDATA\[/y],
  [4, /<![A-Za-z]/y],
  [6, new RegExp(`</?(?:${NAMES})(?=[ \\t]|/?>|$)`, 'iy')],
  [7, new RegExp(`${TAG}[ \\t]*$`, 'y')],
];

const ENDS: Readonly<Record<1 | 2 | 3 | 4 | 5, RegExp>> = {
  1: /<\/(?:script|pre|textarea|style)>/i,
  2: /-->/,
  3: /\?>/,
  4: />/,
  5: /\]\]>/,
};

/** The kind of HTML block that begins with a line, or null. https://spec.commonmark.org/0.31.2/#html-blocks */
export function htmlBlockType(line: Line): HtmlBlockType | null {
  if (line.next !== 60) return null;
  for (const [type, start] of STARTS) {
    start.lastIndex = line.pos;
    if (start.test(line.text)) return type;
  }
  return null;
}

/**
 * Reads an HTML block. The engine's own rule lacks `<img … />` alone on a line, and does not end the block at a
 * blank line within a quote, which would swallow text.
 */
export function readHtmlBlock(cx: BlockContext, line: Line): boolean {
  const type = htmlBlockType(line);
  if (type === null) return false;
  const from = cx.lineStart + line.pos;
  const marks: Element[] = [];
  let name = type === 2 ? 'CommentBlock' : 'HTMLBlock';
  for (;;) {
    const text = line.text.slice(line.basePos);
    const last = type < 6 && ENDS[type as 1].test(text);
    if (last && type === 2 && /-->[\s\S]*\S/.test(text)) name = 'HTMLBlock';
    const more = cx.nextLine();
    if (last || !more || isLazy(cx, line) || (type >= 6 && isBlankLine(line))) break;
    marks.push(...line.markers);
  }
  cx.addElement(cx.elt(name, from, cx.prevLineEnd(), marks));
  return true;
}
