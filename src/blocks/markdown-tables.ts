import type { BlockContext, Element, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown';
import { isLazy } from './markdown-line.ts';

/** A cell's content: UTF-16 extent in the row's text, without white space at its ends; empty cells have no length. */
export interface CellRange {
  readonly start: number;
  readonly end: number;
}

/** The cells of a row of text from `from` on. A pipe after a backslash does not divide. Linear. */
function readRow(text: string, from: number): CellRange[] {
  const cells: CellRange[] = [];
  let start = skipBlank(text, from);
  if (text.charCodeAt(start) === 124) start++;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 124) {
      cells.push(trim(text, start, at));
      start = at + 1;
    }
  }
  if (skipBlank(text, start) < text.length) cells.push(trim(text, start, text.length));
  return cells;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

function trim(text: string, from: number, to: number): CellRange {
  const start = Math.min(skipBlank(text, from), to);
  let end = to;
  while (end > start && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return { start, end };
}

/** The alignments that a table's second line gives, or null where it is none. */
export function readDelimiters(text: string, from: number): ('left' | 'center' | 'right' | null)[] | null {
  if (!/^[-:| \t]+$/.test(text.slice(from)) || !text.includes('-', from)) return null;
  if (!/[|:]/.test(text.slice(from))) return null;
  const cells = readRow(text, from).map(({ start, end }) => text.slice(start, end));
  if (cells.length === 0 || !cells.every((cell) => /^:?-+:?$/.test(cell))) return null;
  return cells.map((cell) => {
    if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right';
    return cell.startsWith(':') ? 'left' : null;
  });
}

const TABLES = new WeakSet<LeafBlock>();

/** Whether a paragraph turned out to be a table. */
export function isTable(leaf: LeafBlock): boolean {
  return TABLES.has(leaf);
}

/** Reads a table, once a paragraph's first line turns out to be its head. https://github.github.com/gfm/#tables-extension- */
export function readTable(_cx: BlockContext, leaf: LeafBlock): LeafBlockParser | null {
  if (!leaf.content.includes('|')) return null;
  let rows: Element[] | null | undefined;
  return {
    nextLine(cx, line) {
      if (rows === undefined) {
        const columns = isLazy(cx, line) ? null : readDelimiters(line.text, line.pos);
        const head = columns ? readRow(leaf.content, 0) : [];
        if (!columns || head.length !== columns.length) rows = null;
        else {
          const delimiters = cx.elt(
            'TableDelimiter',
            cx.lineStart + line.pos,
            cx.lineStart + line.text.length,
          );
          TABLES.add(leaf);
          rows = [rowElement(cx, 'TableHeader', leaf.start, leaf.content, 0), delimiters];
        }
      } else if (rows) rows.push(rowElement(cx, 'TableRow', cx.lineStart, line.text, line.pos));
      return false;
    },
    finish(cx) {
      const last = rows?.at(-1);
      if (!rows || !last) return false;
      cx.addElement(cx.elt('Table', leaf.start, last.to, rows));
      return true;
    },
  };
}

function rowElement(cx: BlockContext, name: string, offset: number, text: string, from: number): Element {
  const cells = readRow(text, from).map(({ start, end }) =>
    cx.elt('TableCell', offset + start, offset + end),
  );
  return cx.elt(name, offset + from, offset + text.length, cells);
}

/** Whether a line is a table's head, the next one being its second: it ends the paragraph before. */
export function beginsTable(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
  if (isTable(leaf) || !line.text.includes('|', line.pos) || isLazy(cx, line)) return false;
  const next = cx.peekLine();
  const columns = readDelimiters(next, containerEnd(next))?.length;
  if (columns === undefined || readRow(line.text, line.pos).length !== columns) return false;
  return !isHead(leaf, line);
}

function containerEnd(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === 62 || text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

/** Whether the paragraph so far is a table's head and `line` the delimiters below it. */
function isHead(leaf: LeafBlock, line: Line): boolean {
  if (!leaf.content.includes('|') || leaf.content.includes('\n')) return false;
  return readDelimiters(line.text, line.pos)?.length === readRow(leaf.content, 0).length;
}
