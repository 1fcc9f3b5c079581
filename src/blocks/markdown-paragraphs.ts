import type { BlockContext, Element, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown';
import { type DefinitionRead, readDefinitions } from './markdown-definitions.ts';
import { htmlBlockType } from './markdown-html-blocks.ts';
import { isLazy } from './markdown-line.ts';
import { beginsTable, isTable } from './markdown-tables.ts';

/**
 * Reads a paragraph's lines: a setext heading where an underline follows, else definitions and a paragraph. The
 * engine takes definitions off line by line, which goes wrong where text follows them in a container.
 */
export function readParagraph(): LeafBlockParser {
  const marks: Element[] = [];
  return {
    nextLine(cx, line, leaf) {
      const underline = isLazy(cx, line) ? -1 : underlineEnd(line);
      if (underline >= 0 && !onlyDefinitions(leaf.content)) {
        const name = line.next === 61 ? 'SetextHeading1' : 'SetextHeading2';
        const mark = cx.elt('HeaderMark', cx.lineStart + line.pos, cx.lineStart + underline);
        cx.nextLine();
        addText(cx, leaf, name, mark.to, [...marks, mark]);
        return true;
      }
      marks.push(...line.markers);
      return false;
    },
    finish(cx, leaf) {
      addText(cx, leaf, 'Paragraph', leaf.start + leaf.content.length, marks);
      return true;
    },
  };
}

function addText(
  cx: BlockContext,
  leaf: LeafBlock,
  name: string,
  to: number,
  marks: readonly Element[],
): void {
  const { found, rest } = leaf.content.startsWith('[')
    ? readDefinitions(leaf.content)
    : { found: [], rest: 0 };
  for (const definition of found) cx.addElement(definitionElement(cx, leaf.start, definition));
  const from = leaf.start + rest;
  if (rest >= leaf.content.length) return;
  const within = found.length === 0 ? marks : marks.filter((mark) => mark.from >= from);
  cx.addElement(cx.elt(name, from, to, within));
}

function definitionElement(cx: BlockContext, offset: number, read: DefinitionRead): Element {
  const label = cx.elt('LinkLabel', offset + read.start, offset + read.start + read.label.length + 2);
  const title = read.title && cx.elt('LinkTitle', offset + read.title.start, offset + read.title.end);
  return cx.elt('LinkReference', offset + read.start, offset + read.end, title ? [label, title] : [label]);
}

function onlyDefinitions(content: string): boolean {
  return content.startsWith('[') && readDefinitions(content).rest >= content.length;
}

const UNDERLINE = /(?:=+|-+)(?=[ \t]*$)/y;

function underlineEnd(line: Line): number {
  if ((line.next !== 61 && line.next !== 45) || line.indent >= line.baseIndent + 4) return -1;
  UNDERLINE.lastIndex = line.pos;
  const match = UNDERLINE.exec(line.text);
  return match ? line.pos + match[0].length : -1;
}

const RULE = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/y;
const HEADING = /#{1,6}(?=[ \t]|$)/y;
const FENCE = /`{3,}(?=[^`]*$)|~{3,}/y;
const BULLET = /[-+*](?=[ \t]|$)/y;
const ORDERED = /([0-9]{1,9})[.)](?=[ \t]|$)/y;

function test(pattern: RegExp, line: Line): RegExpExecArray | null {
  pattern.lastIndex = line.pos;
  return pattern.exec(line.text);
}

/**
 * Whether a line begins a block that ends the paragraph before it. The engine's own rules let any list item do
 * so within a list; here an item must begin with 1 and have text, unless the paragraph's container has ended.
 */
export function endsParagraph(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
  if (isTable(leaf) && isLazy(cx, line)) return true;
  return beginsBlock(cx, line, leaf) || beginsTable(cx, line, leaf);
}

function beginsBlock(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
  switch (line.next) {
    case 62:
      return true;
    case 35:
      return test(HEADING, line) !== null;
    case 96:
    case 126:
      return test(FENCE, line) !== null;
    case 60: {
      const type = htmlBlockType(line);
      return type !== null && type !== 7;
    }
    case 42:
    case 43:
    case 45:
    case 95:
      return endsByRule(cx, line, leaf) || endsByItem(cx, line, test(BULLET, line));
    default:
      return line.next >= 48 && line.next <= 57 && endsByItem(cx, line, test(ORDERED, line));
  }
}

function endsByRule(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
  if (!test(RULE, line)) return false;
  const heading = line.next === 45 && !isLazy(cx, line) && underlineEnd(line) >= 0;
  return !heading || onlyDefinitions(leaf.content);
}

function endsByItem(cx: BlockContext, line: Line, mark: RegExpExecArray | null): boolean {
  if (!mark) return false;
  if (isLazy(cx, line)) return true;
  const empty = line.skipSpace(line.pos + mark[0].length) >= line.text.length;
  return !empty && (mark[1] === undefined || Number(mark[1]) === 1);
}
