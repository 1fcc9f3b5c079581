import { type CsvError, parse } from 'csv-parse/sync';
import { HexaplaError } from '../../model/error.ts';
import type { Returned, ReturnedSegment, TransferFormat } from '../../model/transfer.ts';
import { stateFrom2 } from '../xliff/states.ts';
import { type Column, type Columns, columnsIn, handoffIn } from './csv-columns.ts';
import { unguardCell } from './csv-guard.ts';
import { parseMarked } from './marks.ts';

const SEPARATORS = [',', ';', '\t'] as const;
/** How far down the title row may stand. */
const TITLE_ROWS = 20;

/**
 * Reads a table as a spreadsheet may have saved it: separated by commas, semicolons or tabs, in UTF-8 or in UTF-16 with
 * a byte order mark, columns in any order, further ones beside them; one return for each document and handoff. Without
 * a source column it cannot be told what a row translates: a `problem` of each row. What stands in the comment column
 * is the translator's. Errors: `not-utf8`, `return-invalid`. Linear in the file's length.
 */
export function readTable(bytes: Uint8Array, file: string): Returned[] {
  const { text, separator } = sniff(decodeTable(bytes, file));
  const titles = text.slice(0, 1 << 16).split(/\r\n|[\r\n]/, TITLE_ROWS);
  const chosen =
    separator ?? SEPARATORS.find((one) => titles.some((line) => isTitleRow(looseCells(line, one))));
  const rows = parseRows(text, chosen ?? ',', file);
  const first = rows.slice(0, TITLE_ROWS).findIndex(({ cells }) => isTitleRow(cells));
  if (first === -1) throw noTitles(titles, separator, file);
  const columns = columnsIn(rows[first]?.cells ?? []);
  const returns = new Map<string, Returned & { readonly segments: ReturnedSegment[] }>();
  const format: TransferFormat = chosen === '\t' ? 'tsv' : 'csv';
  for (const row of rows.slice(first + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    addRow(returns, row, columns, format);
  }
  if (returns.size === 0) throw new HexaplaError('return-invalid', { reason: 'rows' }, { file });
  return [...returns.values()];
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function addRow(
  returns: Map<string, Returned & { readonly segments: ReturnedSegment[] }>,
  row: Row,
  columns: Columns,
  format: TransferFormat,
): void {
  const cell = (column: Column): string | undefined => {
    const place = columns.places.get(column);
    return place === undefined ? undefined : unguardCell(row.cells[place] ?? '');
  };
  const document = cell('document')?.trim() || null;
  const handoff = handoffIn(cell('handoff') ?? '');
  const key = `${document ?? ''}\u0000${handoff ?? ''}`;
  const known = returns.get(key) ?? {
    format,
    document,
    sourceLocale: columns.sourceLocale ?? '',
    targetLocale: columns.targetLocale,
    handoff,
    segments: [],
  };
  returns.set(key, known);
  known.segments.push(segmentOf(row.line, cell));
}

function segmentOf(line: number, cell: (column: Column) => string | undefined): ReturnedSegment {
  const given = cell('source');
  const source = parseMarked(given ?? '');
  const target = parseMarked(cell('target') ?? '');
  const comment = cell('comment')?.trim() ?? '';
  return {
    id: cell('id')?.trim() ?? '',
    unit: null,
    line,
    column: 1,
    source: source.content,
    target: target.content,
    state: stateFrom2(cell('state')?.trim().toLowerCase()),
    problem: given === undefined ? 'no-source' : (source.problem ?? target.problem),
    ...(comment !== '' && { comment }),
  };
}

/** Excel may tell the separator in a line of its own before the table. */
function sniff(text: string): { readonly text: string; readonly separator: string | null } {
  // The line's end stays, so that lines are counted as they are in the file.
  const told = /^"?sep=([^\r\n])"?(?=\r\n|\r|\n)/i.exec(text);
  return { text: told === null ? text : text.slice(told[0].length), separator: told?.[1] ?? null };
}

function looseCells(line: string, separator: string): string[] {
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function isTitleRow(cells: readonly string[]): boolean {
  const { places } = columnsIn(cells);
  return places.has('id') && places.has('target');
}

function noTitles(lines: readonly string[], separator: string | null, file: string): HexaplaError {
  const separators = separator === null ? SEPARATORS : [separator];
  const hasId = separators.some((one) =>
    lines.some((line) => columnsIn(looseCells(line, one)).places.has('id')),
  );
  return new HexaplaError('return-invalid', { reason: 'columns', column: hasId ? 'target' : 'id' }, { file });
}

/**
 * Rows that may have another number of cells than the first: spreadsheets write none, and the library takes its time
 * over each.
 */
const RAGGED_LIMIT = 20_000;

function parseRows(text: string, separator: string, file: string): Row[] {
  const rows: Row[] = [];
  // The library counts a line break of two characters in a cell twice, so lines are counted here.
  let line = 1;
  let ragged = 0;
  const take = (cells: readonly string[], empty: number): void => {
    rows.push({ cells, line: line + empty });
    line += 1;
    for (const cell of cells) line += cell.match(/\r\n|[\r\n]/g)?.length ?? 0;
    if (cells.length !== rows[0]?.cells.length) ragged += 1;
    if (ragged > RAGGED_LIMIT) throw new HexaplaError('return-invalid', { reason: 'syntax' }, { file, line });
  };
  let empty = 0;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      // A tab-separated file from some spreadsheets does not quote, whatever its cells hold.
      relax_quotes: true,
      on_record: (cells: string[], { empty_lines }): null => {
        empty = empty_lines;
        take(cells, empty);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof HexaplaError || !isCsvError(error)) throw error;
    const reason = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'cut-off' : 'syntax';
    throw new HexaplaError('return-invalid', { reason }, { file, line: line + empty });
  }
  return rows;
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error;
}

function decodeTable(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const encoding = utf16 ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new HexaplaError('not-utf8', { encoding }, { file });
    throw error;
  }
}
