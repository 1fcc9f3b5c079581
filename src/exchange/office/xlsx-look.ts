import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Column } from './columns.ts';
import { COLOURS, directionOf, type Run } from './rows.ts';
import { escapeCell } from './xlsx-text.ts';

/** A font of a spreadsheet. */
export type Font = NonNullable<CellStyle['font']>;

/** The font of texts. */
export const FONT: Font = { name: 'Calibri', size: 11, color: { rgb: COLOURS.text } };
/** The font of what is not to be translated. */
export const QUIET: Font = { ...FONT, size: 9, color: { rgb: COLOURS.quiet } };
const MARK: Font = { ...FONT, color: { rgb: COLOURS.mark } };
/** The widths of the columns that people see, in digits. */
export const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  id: 13,
  source: 58,
  target: 58,
  state: 12,
  note: 38,
};

const LINE = { style: 'thin', color: { rgb: COLOURS.line } } as const;

/** A cell's style: its colour (null for white), whether it is locked, and what else is asked. */
export function styleOf(fill: string | null, locked: boolean, more: CellStyle = {}): CellStyle {
  return {
    font: FONT,
    border: { bottom: LINE },
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    protection: { locked },
    // Without the format of text, what is typed as 1/2 would become a date, and what begins with = a formula.
    ...(locked ? {} : { numFmt: '@' }),
    ...more,
    alignment: { vertical: 'top', wrapText: true, ...more.alignment },
  };
}

/** The side on which a language begins. */
export function aligned(locale: string): CellStyle {
  const rtl = directionOf(locale) === 'rtl';
  const alignment = {
    horizontal: rtl ? 'right' : 'left',
    readingOrder: rtl ? 'rtl' : 'ltr',
    indent: 1,
  } as const;
  return { alignment, border: { bottom: LINE, left: LINE, right: LINE } };
}

/** Sets a text off from the line to its left. */
export const INDENTED: CellStyle = { alignment: { horizontal: 'left', indent: 1 } };
/** The style of what a return must tell. */
export const LOCKED: CellStyle = styleOf(null, true, { font: QUIET });
/** The style of ids. */
export const ID_STYLE: CellStyle = styleOf(COLOURS.locked, true, { font: QUIET, ...INDENTED });

/** The style of titles. */
export const TITLE: CellStyle = styleOf(COLOURS.head, true, {
  font: { ...FONT, bold: true, color: { rgb: COLOURS.headText } },
  alignment: { vertical: 'center', horizontal: 'left', indent: 1 },
});

/** A cell with a text, its marks in their colour. */
export function textCell(runs: readonly Run[], style: CellStyle): Partial<Cell> {
  if (!runs.some(({ isMark }) => isMark)) return { value: escapeCell(runs[0]?.text ?? ''), style };
  const richText = runs.map(({ text, isMark }) => ({ text: escapeCell(text), font: isMark ? MARK : FONT }));
  return { value: '', richText, style };
}

/** The rows as ranges of numbers from 1: `4:6 9:9`. */
export function ranges(rows: readonly number[]): string {
  const found: [number, number][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.[1] === row) last[1] = row + 1;
    else found.push([row + 1, row + 1]);
  }
  return found.map(([from, to]) => `${from}:${to}`).join(' ');
}

/** The list of states that cells offer. */
export function stateList(range: string): NonNullable<WriteSheet['dataValidations']>[number] {
  return {
    type: 'list',
    range,
    values: ['initial', 'translated', 'reviewed', 'final'],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
  };
}

/** Colours a target that is still empty; the colour goes as soon as it is not. */
export function unfilled(range: string): NonNullable<WriteSheet['conditionalRules']>[number] {
  const first = /^C[0-9]+/.exec(range)?.[0] ?? 'C1';
  const fill = {
    type: 'pattern',
    pattern: 'solid',
    fgColor: { rgb: COLOURS.missing },
    bgColor: { rgb: COLOURS.missing },
  } as const;
  return { type: 'expression', priority: 1, formula: `LEN(TRIM(${first}))=0`, style: { fill }, range };
}
