import { HexaplaError } from '../../model/error.ts';
import type { Returned } from '../../model/transfer.ts';
import { areEnough, type Column, columnsIn, ID, NEEDED } from './columns.ts';
import { COLUMN_STYLES, isStyle, TITLE_STYLE } from './docx-columns.ts';
import { cellText, tablesIn, type WordRow, type WordTable } from './docx-tables.ts';
import { mainPart, openPackage, type Parts, relationsOf } from './package.ts';
import { readPart } from './part.ts';
import { parseReference } from './reference.ts';
import { type Reference, Returns } from './returned.ts';
import { oneLine } from './rows.ts';

/**
 * Reads the tables of a Word document that came back, as Word, LibreOffice or Google Docs write them: one return for
 * each handoff. Tracked changes count as accepted. Columns are found by their titles, by the styles of their cells, or
 * at last by their order; what stands in the column of comments beside our own notes is the translator's. Errors:
 * `archive-invalid`, `return-invalid`, and those of a part's XML. Linear in what the file holds unpacked.
 */
export function readDocx(bytes: Uint8Array, file: string): Returned[] {
  const parts = openPackage(bytes, file);
  const main = mainPart(parts, file, 'word/document.xml');
  const part = parts.get(main);
  if (part === undefined) throw new HexaplaError('return-invalid', { reason: 'format' }, { file });
  const tables = tablesIn(part, file, isOurs).filter(isOurs);
  if (tables.length === 0) throw new HexaplaError('return-invalid', lackOf(part, file), { file });
  const returns = new Returns('docx');
  const noted = notedReferences(parts, file);
  for (const [index, table] of tables.entries()) {
    // As many tables as there were: each is what the document's properties say of it.
    const expected = noted.length === tables.length ? noted[index] : undefined;
    readTable(table, expected ?? UNKNOWN, returns);
  }
  return returns.finish();
}

const UNKNOWN: Reference = { document: null, handoff: null, sourceLocale: '', targetLocale: null };

/** The references that the document's own properties hold, in their order. */
function notedReferences(parts: Parts, file: string): Reference[] {
  const path = relationsOf(parts, '', file).find(({ kind }) => /^custom-?properties$/i.test(kind))?.target;
  const part = parts.get(path ?? 'docprops/custom.xml');
  const found: [number, Reference][] = [];
  if (part === undefined) return [];
  let name = '';
  let value = '';
  readPart(part, file, {
    open: (element, attributes) => {
      if (element === 'c:property') name = attributes['name'] ?? '';
      value = '';
    },
    text: (text) => {
      value += text;
    },
    close: (element) => {
      const number = /^Hexapla ([0-9]{1,5})$/.exec(name)?.[1];
      const reference = element.startsWith('vt:') && number !== undefined ? parseReference(value) : null;
      if (reference !== null) found.push([Number(number), reference]);
      value = '';
    },
  });
  return found.sort(([one], [other]) => one - other).map(([, reference]) => reference);
}

function titlesOf({ cells }: WordRow): Map<Column, number> {
  return columnsIn([...cells].map(([place, paragraphs]) => [place, cellText(paragraphs)] as const));
}

const STYLED = Object.entries(COLUMN_STYLES) as [Column, string][];

/** The columns that a row's cells show by their styles. */
function stylesOf({ cells }: WordRow): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [place, paragraphs] of cells) {
    const ids = new Set(paragraphs.map(({ style }) => style));
    for (const [column, style] of STYLED) {
      if (!columns.has(column) && [...ids].some((id) => isStyle(id, style))) columns.set(column, place);
    }
  }
  return columns;
}

const IN_ORDER: ReadonlyMap<Column, number> = new Map<Column, number>([
  ['id', 0],
  ['source', 1],
  ['target', 2],
  ['state', 3],
  ['comment', 4],
]);

function columnsOf(table: WordTable): ReadonlyMap<Column, number> | null {
  for (const find of [titlesOf, stylesOf]) {
    for (const row of table.slice(0, 100)) {
      const columns = find(row);
      if (areEnough(columns)) return columns;
    }
  }
  const inOrder = table.some(
    ({ cells }) =>
      (cells.size === 5 && ID.test(cellText(cells.get(0)).trim())) || referenceIn(cells) !== null,
  );
  return inOrder ? IN_ORDER : null;
}

function referenceIn(cells: WordRow['cells']): Reference | null {
  return parseReference(cellText(cells.get(0)));
}

function isOurs(table: WordTable): boolean {
  return columnsOf(table) !== null;
}

function lackOf(part: Uint8Array, file: string): { reason: string; column?: string } {
  for (const table of tablesIn(part, file, () => true)) {
    for (const row of table.slice(0, 100)) {
      const columns = titlesOf(row);
      const column = NEEDED.find((one) => !columns.has(one));
      if (columns.has('id') && column !== undefined) return { reason: 'columns', column };
    }
  }
  return { reason: 'table' };
}

function readTable(table: WordTable, expected: Reference, returns: Returns): void {
  const columns = columnsOf(table);
  if (columns === null) return;
  let reference = expected;
  let begun = false;
  for (const row of table) {
    const cell = (column: Column): string => cellText(row.cells.get(columns.get(column) ?? -1));
    const told = referenceIn(row.cells);
    if (told !== null) {
      // Word makes one table of two when nothing is left between them.
      reference = told;
      returns.begin(reference);
      begun = false;
      continue;
    }
    const id = cell('id').trim();
    if (id === '' || isTitle(row, id, columns, !begun)) continue;
    begun = true;
    returns.add(reference, {
      id,
      line: row.line,
      source: cell('source'),
      target: cell('target'),
      state: cell('state'),
      comment: remarkIn(row, columns),
      problem: null,
    });
  }
}

/** Whether a row holds titles: known ones (they may come twice), in the style of titles, or before the first id. */
function isTitle(row: WordRow, id: string, columns: ReadonlyMap<Column, number>, isFirst: boolean): boolean {
  if (ID.test(id)) return false;
  if (areEnough(titlesOf(row)) || (isFirst && columns === IN_ORDER)) return true;
  const paragraphs = row.cells.get(columns.get('id') ?? -1) ?? [];
  return paragraphs.some(({ style }) => isStyle(style, TITLE_STYLE));
}

/** What stands in the columns of comments and notes, without our own notes in their brackets. */
function remarkIn({ cells }: WordRow, columns: ReadonlyMap<Column, number>): string {
  const lines: string[] = [];
  for (const column of ['note', 'comment'] as const) {
    const paragraphs = cells.get(columns.get(column) ?? -1) ?? [];
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
    lines.push(
      ...text
        .replace(/⟦[^⟦⟧]*⟧/g, '\n')
        .split('\n')
        .map(oneLine),
    );
  }
  return lines.filter((line) => line !== '').join('\n');
}
