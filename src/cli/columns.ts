import { forTerminal, isolated, onOneLine, widthOf } from './width.ts';
import { widestWord, wrapText } from './wrap.ts';

/** A column of a table: its title, and whether it holds numbers (then it is set to the right). */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/** A cell's text; `style` colours a line of it when all widths are known. */
export type Cell = string | { readonly text: string; readonly style: (line: string) => string };

/** A table laid out: its title lines (none where no column has a title) and one line a row. */
export interface Laid {
  readonly head: readonly string[];
  readonly body: readonly string[];
}

type Style = (line: string) => string;
type Row = readonly { readonly text: string; readonly style: Style }[];

const GAP = '  ';
/** The least room for a text that goes on below itself, in columns; with less a row is set as a block of lines. */
const LEAST_TEXT = 20;
const plain: Style = (line) => line;

/**
 * Rows in aligned columns under their titles, with a final newline. `limit` is the width of the terminal in columns:
 * where the table is wider, titles are broken, then the last column goes on below itself, and at last each row
 * becomes a block of lines; nothing is left out. Null (no terminal) sets no limit: a row is a line.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  limit: number | null,
  titleStyle: Style = plain,
): string {
  const laid = layTable(columns, rows, limit, titleStyle);
  const width = limit ?? 0;
  const lines = laid
    ? [...laid.head, ...laid.body]
    : (wrapLast(columns, rows.map(cleanForTerminal), width, titleStyle) ??
      stack(columns, rows.map(cleanForTerminal), width, titleStyle));
  return lines.map((line) => `${line}\n`).join('');
}

/** Lays a table out with one line a row, as `formatTable` does; null where it is wider than `limit`. */
export function layTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  limit: number | null,
  titleStyle: Style = plain,
): Laid | null {
  const clean = rows.map(limit === null ? cleanForFile : cleanForTerminal);
  const show = limit === null ? plain : isolated;
  const whole = columns.map(({ title }) => [title]);
  for (const titles of limit === null ? [whole] : [whole, brokenTitles(columns, clean)]) {
    const widths = columns.map((_, i) => Math.max(widest(titles[i] ?? []), widthOfColumn(clean, i)));
    if (limit !== null && sum(widths) + GAP.length * (widths.length - 1) > limit) continue;
    const head = headLines(columns, titles, widths, titleStyle);
    return { head, body: clean.map((row) => joinCells(columns, row, widths, show)) };
  }
  return null;
}

function cleanForFile(row: readonly Cell[]): Row {
  return row.map((cell) => cleanCell(cell, onOneLine));
}

function cleanForTerminal(row: readonly Cell[]): Row {
  return row.map((cell) => cleanCell(cell, forTerminal));
}

function cleanCell(cell: Cell, clean: (text: string) => string): Row[number] {
  return typeof cell === 'string'
    ? { text: clean(cell), style: plain }
    : { text: clean(cell.text), style: cell.style };
}

/** Titles in as many lines as they need to be no wider than their columns, where spaces allow it. */
function brokenTitles(columns: readonly Column[], rows: readonly Row[]): string[][] {
  return columns.map(({ title }, i) => wrapText(title, Math.max(widthOfColumn(rows, i), widestWord(title))));
}

/** Titles stand at the foot of their lines, just above their columns. */
function headLines(
  columns: readonly Column[],
  titles: readonly (readonly string[])[],
  widths: readonly number[],
  style: Style,
): string[] {
  if (columns.every(({ title }) => title === '')) return [];
  const height = titles.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, line) => {
    const cells = titles.map((own) => ({ text: own[line - (height - own.length)] ?? '', style }));
    return joinCells(columns, cells, widths, plain);
  });
}

function joinCells(columns: readonly Column[], row: Row, widths: readonly number[], show: Style): string {
  const last = row.findLastIndex(({ text }) => text !== '');
  return row
    .slice(0, last + 1)
    .map(({ text, style }, i) => {
      const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)));
      const shown = text === '' ? '' : style(show(text));
      if (columns[i]?.right) return space + shown;
      return i === last ? shown : shown + space;
    })
    .join(GAP);
}

/** The last column in the room that the others leave, going on below itself; null where that is too little. */
function wrapLast(
  columns: readonly Column[],
  rows: readonly Row[],
  limit: number,
  titleStyle: Style,
): string[] | null {
  const end = columns.length - 1;
  if (columns[end]?.right) return null;
  const titles = brokenTitles(columns, rows);
  const widths = columns.map((_, i) => Math.max(widest(titles[i] ?? []), widthOfColumn(rows, i)));
  const room = limit - sum(widths.slice(0, end)) - GAP.length * end;
  if (room < LEAST_TEXT) return null;
  const body = rows.flatMap((row) => {
    const cell = row[end] ?? { text: '', style: plain };
    return wrapText(cell.text, room).map((text, line) => {
      const before = row.slice(0, end).map((own) => (line === 0 ? own : { ...own, text: '' }));
      return joinCells(columns, [...before, { ...cell, text }], widths, isolated);
    });
  });
  return [...headLines(columns, titles, widths, titleStyle), ...body];
}

/** Each row as a block of lines: the title of a column and its cell, or without titles all cells but the last on a line. */
function stack(columns: readonly Column[], rows: readonly Row[], limit: number, titleStyle: Style): string[] {
  const titled = columns.some(({ title }) => title !== '');
  const blocks = rows.map((row) =>
    titled ? titledBlock(columns, row, limit, titleStyle) : block(row, limit),
  );
  return titled ? blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines])) : blocks.flat();
}

function titledBlock(columns: readonly Column[], row: Row, limit: number, titleStyle: Style): string[] {
  const wide = widest(columns.map(({ title }) => title));
  const beside = limit - wide - GAP.length >= LEAST_TEXT;
  const indent = beside ? ' '.repeat(wide + GAP.length) : GAP;
  return columns.flatMap(({ title }, i) => {
    const { text, style } = row[i] ?? { text: '', style: plain };
    if (text === '') return [];
    const lines = wrapText(text, limit - indent.length).map((line) => indent + style(isolated(line)));
    if (!beside) return [titleStyle(title), ...lines];
    const [first = '', ...rest] = lines;
    return [
      `${titleStyle(title)}${' '.repeat(wide + GAP.length - widthOf(title))}${first.slice(indent.length)}`,
      ...rest,
    ];
  });
}

const DEEPER = '      ';

function block(row: Row, limit: number): string[] {
  const lead = row.slice(0, -1).map(({ text, style }) => (text === '' ? '' : style(isolated(text))));
  const { text, style } = row.at(-1) ?? { text: '', style: plain };
  const below = wrapText(text, Math.max(1, limit - DEEPER.length)).map(
    (line) => DEEPER + style(isolated(line)),
  );
  return lead.every((cell) => cell === '') ? below : [lead.join(GAP).trimEnd(), ...below];
}

function widthOfColumn(rows: readonly Row[], i: number): number {
  return rows.reduce((most, row) => Math.max(most, widthOf(row[i]?.text ?? '')), 0);
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
