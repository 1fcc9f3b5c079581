import type { NamedRange, RowDef } from 'hucre';
import { type Cell, type MergeRange, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { Transfer } from '../../model/transfer.ts';
import { unzipSafely, zipDeterministic } from '../archive.ts';
import type { TableOptions } from '../tables/options.ts';
import { COLUMNS, type Column, SHOWN } from './columns.ts';
import {
  COLOURS,
  directionOf,
  languageName,
  type OfficeRow,
  oneLine,
  type Run,
  rowsOf,
  runsOf,
} from './rows.ts';
import {
  aligned,
  FONT,
  type Font,
  ID_STYLE,
  INDENTED,
  LOCKED,
  QUIET,
  ranges,
  stateList,
  styleOf,
  TITLE,
  textCell,
  unfilled,
  WIDTHS,
} from './xlsx-look.ts';
import { countLines, escapeCell, fitsCell, shorten } from './xlsx-text.ts';

/**
 * Handoffs as a spreadsheet, one sheet a language, its documents one after the other; the same handoffs give the same
 * bytes. Everything but targets, states and notes is locked, without a password. Below the titles stands a hidden row
 * with the names of the columns, and beside them are hidden columns with what a return must tell: document, handoff,
 * languages, and the note that was sent. A segment too long for a cell is shown, but without its id: it cannot come
 * back. Characters that XML cannot hold are written as spreadsheets do (`_x0001_`), lone surrogates as U+FFFD.
 */
export async function writeXlsx(transfers: readonly Transfer[], options: TableOptions): Promise<Uint8Array> {
  const byLocale = new Map<string, Transfer[]>();
  for (const transfer of transfers) {
    const list = byLocale.get(transfer.targetLocale);
    if (list) list.push(transfer);
    else byLocale.set(transfer.targetLocale, [transfer]);
  }
  const names = new Set<string>();
  const sheets = [...byLocale].map(([locale, list]) =>
    new Sheet(sheetName(locale, names), locale, list, options).finish(),
  );
  if (sheets.length === 0) sheets.push(new Sheet('-', '', [], options).finish());
  const bytes = await writeWorkbook({
    sheets,
    namedRanges: sheets.map(printedTitles),
    defaultFont: FONT,
    properties: {},
  });
  return zipDeterministic(withoutDates(unzipSafely(bytes, '', () => true)));
}

/** Says that the titles are printed on each page. A sheet's name with a hyphen stands in quotation marks. */
function printedTitles({ name }: WriteSheet): NamedRange {
  return { name: '_xlnm.Print_Titles', range: `'${name}'!$1:$1`, scope: name };
}

/** The date of today is put out of the file, and Hexapla's name in. */
function withoutDates(parts: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const change = (name: string, from: RegExp, to: string): void => {
    const part = parts.get(name);
    if (part !== undefined) parts.set(name, encoder.encode(decoder.decode(part).replace(from, to)));
  };
  for (const name of parts.keys()) {
    // A row whose height is not set for good grows with what is typed.
    if (name.startsWith('xl/worksheets/sheet')) change(name, /(<row [^>]*?) customHeight="[^"]*"/g, '$1');
  }
  change('docProps/core.xml', /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  change('docProps/app.xml', /<Application>[^<]*<\/Application>/, '<Application>Hexapla</Application>');
  return parts;
}

// https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
function sheetName(locale: string, taken: Set<string>): string {
  const base = locale.replace(/[[\]:*?/\\']/g, '-').slice(0, 31) || '-';
  let name = base;
  for (let next = 2; taken.has(name.toLowerCase()); next += 1) {
    name = `${base.slice(0, 31 - String(next).length - 1)}-${next}`;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** One language's sheet, filled row by row. */
class Sheet {
  private readonly name: string;
  private readonly locale: string;
  private readonly transfers: readonly Transfer[];
  private readonly options: TableOptions;
  private readonly cells: Map<string, Partial<Cell>> = new Map();
  private readonly merges: MergeRange[] = [];
  private readonly rows: Map<number, RowDef> = new Map([[1, { hidden: true }]]);
  private readonly open: number[] = [];
  private next = 0;

  constructor(name: string, locale: string, transfers: readonly Transfer[], options: TableOptions) {
    this.name = name;
    this.locale = locale;
    this.transfers = transfers;
    this.options = options;
  }

  finish(): WriteSheet {
    this.writeHead();
    for (const transfer of this.transfers) this.writeDocument(transfer);
    const range = ranges(this.open);
    const states = `D${range.replaceAll(' ', ' D').replaceAll(':', ':D')}`;
    const targets = states.replaceAll('D', 'C');
    return {
      name: this.name,
      columns: COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 16, hidden: !SHOWN.includes(column) })),
      rows: Array.from({ length: this.next }, () => []),
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.rows,
      freezePane: { rows: 1 },
      protection: { sheet: true, formatColumns: true, formatRows: true, autoFilter: true },
      autoFilter: { range: `A1:E${this.next}` },
      pageSetup: {
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
      ...(range === ''
        ? {}
        : { dataValidations: [stateList(states)], conditionalRules: [unfilled(targets)] }),
      ...(this.isRightToLeft() ? { view: { rightToLeft: true } } : {}),
    };
  }

  private isRightToLeft(): boolean {
    const source = this.transfers[0]?.sourceLocale ?? '';
    return directionOf(source) === 'rtl' && directionOf(this.locale) === 'rtl';
  }

  private writeHead(): void {
    const { words } = this.options;
    const source = this.transfers[0]?.sourceLocale ?? '';
    const title = (column: Column): string => {
      if (!SHOWN.includes(column)) return column;
      const name = words(`note.column.${column}`);
      if (column === 'source') return `${name}: ${languageName(source, source)}`;
      return column === 'target' ? `${name}: ${languageName(this.locale, source)}` : name;
    };
    this.write(COLUMNS.map((column) => [column, { value: escapeCell(title(column)), style: TITLE }]));
    this.write(COLUMNS.map((column) => [column, { value: column, style: LOCKED }]));
    const values = {
      target: words('note.column.target'),
      state: words('note.column.state'),
      note: words('note.column.note'),
    };
    this.writeLine(words('note.office.howTo', values), COLOURS.locked, QUIET);
  }

  private writeDocument(transfer: Transfer): void {
    this.writeLine(
      transfer.document,
      COLOURS.document,
      { ...FONT, bold: true, size: 12 },
      referenceCells(transfer),
    );
    for (const { text, category } of transfer.notes) {
      this.writeLine(text, COLOURS.locked, { ...FONT, bold: category === 'instruction' });
    }
    for (const row of rowsOf(transfer, this.options.words)) this.writeSegment(row, transfer);
  }

  /** A row that belongs to no segment. */
  private writeLine(text: string, fill: string, font: Font, more: readonly Written[] = []): void {
    const from = COLUMNS.indexOf('source');
    this.merges.push({ startRow: this.next, startCol: from, endRow: this.next, endCol: SHOWN.length - 1 });
    this.setHeight([[text, 150, font.size ?? 11]]);
    const style = styleOf(fill, true, { font, ...INDENTED });
    const value = escapeCell(shorten(text));
    this.write([
      ...SHOWN.map((column): Written => [column, { value: column === 'source' ? value : '', style }]),
      ...more,
    ]);
  }

  private writeSegment({ segment, notes, open, draft }: OfficeRow, transfer: Transfer): void {
    const { words } = this.options;
    const source = runsOf(segment.source);
    const target = runsOf(segment.target ?? []);
    const note = shorten(notes.join('\n'));
    if (!fitsCell(source) || !fitsCell(target)) {
      this.writeLong(source, words('note.office.tooLong'));
      return;
    }
    if (open) this.open.push(this.next);
    const fill = open ? null : COLOURS.locked;
    this.setHeight([
      [textOf(source), 54, 11],
      [textOf(target), 54, 11],
      [note, 40, 9],
    ]);
    this.write([
      ['id', { value: segment.id, style: ID_STYLE }],
      [
        'source',
        textCell(
          source,
          styleOf(segment.stale ? COLOURS.stale : COLOURS.locked, true, aligned(transfer.sourceLocale)),
        ),
      ],
      [
        'target',
        textCell(target, styleOf(draft ? COLOURS.draft : fill, !open, aligned(transfer.targetLocale))),
      ],
      ['state', { value: segment.state, style: styleOf(fill, !open, INDENTED) }],
      ['note', { value: escapeCell(note), style: styleOf(fill, !open, { font: QUIET, ...INDENTED }) }],
      ...referenceCells(transfer),
      ['sent-note', hidden(note)],
    ]);
  }

  private writeLong(source: readonly Run[], note: string): void {
    const text = shorten(textOf(source));
    this.setHeight([[text, 54, 11]]);
    const style = styleOf(COLOURS.locked, true);
    this.write([
      ['source', { value: escapeCell(text), style }],
      ['note', { value: escapeCell(oneLine(note)), style }],
    ]);
  }

  /** Says how high the next row is, for programs that do not find it out by themselves when they open a file. */
  private setHeight(texts: readonly (readonly [text: string, width: number, size: number])[]): void {
    const heights = texts.map(([text, width, size]) => countLines(text, width) * size * 1.38 + 4);
    this.rows.set(this.next, { height: Math.min(409, Math.round(Math.max(...heights))) });
  }

  private write(cells: readonly Written[]): void {
    for (const [column, cell] of cells) this.cells.set(`${this.next},${COLUMNS.indexOf(column)}`, cell);
    this.next += 1;
  }
}

type Written = readonly [Column, Partial<Cell>];

function hidden(value: string): Partial<Cell> {
  return { value: escapeCell(value), style: LOCKED };
}

/** What a row tells of the handoff that it belongs to, in hidden columns. */
function referenceCells({ document, handoff, sourceLocale, targetLocale }: Transfer): Written[] {
  return [
    ['document', hidden(document)],
    ['handoff', hidden(handoff)],
    ['source-language', hidden(sourceLocale)],
    ['target-language', hidden(targetLocale)],
  ];
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
