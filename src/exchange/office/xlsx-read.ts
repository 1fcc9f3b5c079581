import { HexaplaError } from '../../model/error.ts';
import type { Returned } from '../../model/transfer.ts';
import { areEnough, type Column, columnsIn, ID, NEEDED, SHOWN } from './columns.ts';
import { mainPart, openPackage, relationsOf } from './package.ts';
import { readPart } from './part.ts';
import { type Reference, Returns, TAG } from './returned.ts';
import { oneLine } from './rows.ts';
import { rowsIn, type SheetRow, stringsIn, TEXT_LIMIT, type Workbook } from './xlsx-sheet.ts';
import { formsIn } from './xlsx-styles.ts';

/**
 * Reads a spreadsheet that came back, from Excel, LibreOffice or Google Sheets: one return for each sheet and document.
 * Columns are found by their names, in the hidden row or in the titles, wherever they stand. Of a formula only its
 * result counts; a cell with an error is a problem of its segment. What is in the column of notes and was not sent is
 * the translator's remark. Errors: `archive-invalid`, `return-invalid`, and those of a part's XML. Linear in what the
 * file holds unpacked.
 */
export function readXlsx(bytes: Uint8Array, file: string): Returned[] {
  const parts = openPackage(bytes, file);
  const main = mainPart(parts, file, 'xl/workbook.xml');
  const book = parts.get(main);
  if (book === undefined) throw new HexaplaError('return-invalid', { reason: 'format' }, { file });
  const { sheets, from1904 } = sheetsIn(book, file);
  const relations = relationsOf(parts, main, file);
  const partOf = (kind: string): Uint8Array | undefined =>
    parts.get(relations.find((relation) => relation.kind === kind)?.target ?? '');
  const workbook: Workbook = {
    file,
    strings: stringsIn(partOf('sharedStrings'), file),
    forms: formsIn(partOf('styles'), file),
    from1904,
    left: TEXT_LIMIT,
  };
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  const returned: Returned[] = [];
  const lacking: Column[] = [];
  let found = false;
  for (const { name, id } of sheets) {
    const part = parts.get(targets.get(id) ?? '');
    // Each part once: a hostile file has a thousand sheets of one.
    targets.delete(id);
    const rows = part === undefined ? [] : rowsIn(part, workbook);
    const head = findHead(rows);
    if (head === null) lacking.push(...missingIn(rows));
    else for (const one of readSheet(rows, head, name)) returned.push(one);
    found ||= head !== null;
  }
  if (returned.length > 0) return returned;
  const [column] = lacking;
  const reason = found ? 'rows' : column === undefined ? 'table' : 'columns';
  throw new HexaplaError('return-invalid', column === undefined ? { reason } : { reason, column }, { file });
}

function sheetsIn(
  book: Uint8Array,
  file: string,
): { sheets: { name: string; id: string }[]; from1904: boolean } {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  readPart(book, file, {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' });
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    },
    text: () => {},
    close: () => {},
  });
  return { sheets, from1904 };
}

interface Head {
  /** Its place among the rows; -1 where the columns are known by their order alone. */
  readonly at: number;
  readonly columns: ReadonlyMap<Column, number>;
}

/** Rows from the first in which titles are looked for. */
const HEAD_ROWS = 100;

function titlesOf(row: SheetRow): Map<Column, number> {
  return columnsIn([...row.cells].map(([place, { text }]) => [place, text] as const));
}

function findHead(rows: readonly SheetRow[]): Head | null {
  const near = rows.slice(0, HEAD_ROWS);
  for (const [at, row] of near.entries()) {
    const columns = titlesOf(row);
    if (areEnough(columns)) return { at, columns };
  }
  // Titles in another language, and the row of names is gone: the first five columns are still where they were.
  const inPlace = SHOWN.map((column, index) => [column, index] as const);
  for (const [at, row] of near.entries()) {
    const columns = titlesOf(row);
    if (columns.has('document') && columns.has('handoff'))
      return { at, columns: new Map([...columns, ...inPlace]) };
  }
  const hasId = near.some(({ cells }) => ID.test(cells.get(0)?.text ?? '') && cells.has(1));
  return hasId ? { at: -1, columns: new Map(inPlace) } : null;
}

/** What a sheet lacks that has some of the titles. */
function missingIn(rows: readonly SheetRow[]): Column[] {
  for (const row of rows.slice(0, HEAD_ROWS)) {
    const columns = titlesOf(row);
    if (columns.has('id') || (columns.has('source') && columns.has('target'))) {
      return NEEDED.filter((column) => !columns.has(column));
    }
  }
  return [];
}

function readSheet(rows: readonly SheetRow[], { at, columns }: Head, sheet: string): Returned[] {
  const returns = new Returns('xlsx');
  const language = TAG.test(sheet) ? sheet : null;
  let reference: Reference = { document: null, handoff: null, sourceLocale: '', targetLocale: language };
  let begun = false;
  for (const [index, row] of rows.entries()) {
    const place = (column: Column): number => columns.get(column) ?? -1;
    const cell = (column: Column): string => row.cells.get(place(column))?.text ?? '';
    const id = cell('id').trim();
    if (index <= at || cell('handoff') === 'handoff') continue;
    // The titles may come twice; where they are not known, they stand before the first id.
    if (!ID.test(id) && (areEnough(titlesOf(row)) || (at === -1 && !begun))) continue;
    begun = true;
    reference = referenceIn(cell, reference);
    // The row that names a document has no id.
    if (id === '' && cell('document') !== '') returns.begin(reference);
    if (id === '') continue;
    const isError = row.cells.get(place('target'))?.isError ?? false;
    const remark = remarkIn(cell('note'), cell('sent-note'), columns.has('sent-note'));
    returns.add(reference, {
      id,
      line: row.line,
      source: cell('source'),
      target: isError ? '' : cell('target'),
      state: cell('state'),
      comment: [remark, cell('comment').trim()].filter((text) => text !== '').join('\n'),
      problem: isError ? 'cell-error' : null,
    });
  }
  return returns.finish();
}

/** Which handoff a row is of; a row that does not say is of the same as the one above it. */
function referenceIn(cell: (column: Column) => string, before: Reference): Reference {
  const document = cell('document');
  if (document === '') return before;
  const source = cell('source-language').trim();
  const target = cell('target-language').trim();
  return {
    document,
    handoff: cell('handoff').trim() || null,
    sourceLocale: source === '' ? before.sourceLocale : source,
    targetLocale: target === '' ? before.targetLocale : target,
  };
}

/** What of a note was not sent: whole lines, and what was written before or behind a line that was. */
function remarkIn(note: string, sent: string, isKnown: boolean): string {
  if (!isKnown || note === sent) return '';
  const sentLines = linesOf(sent);
  const lines = linesOf(note);
  const untouched = new Set(lines);
  // A few are enough: nobody adds to more lines than these, and a hostile file would have us compare thousands.
  const changed = sentLines.filter((line) => !untouched.has(line)).slice(0, 32);
  const known = new Set(sentLines);
  const own = lines
    .filter((line) => !known.has(line))
    .map((line) => {
      const before = changed.find((one) => line.startsWith(one));
      if (before !== undefined) return line.slice(before.length).trim();
      const after = changed.find((one) => line.endsWith(one));
      return after === undefined ? line : line.slice(0, -after.length).trim();
    });
  return own.filter((line) => line !== '').join('\n');
}

function linesOf(note: string): string[] {
  return note
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
}
