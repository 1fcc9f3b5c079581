import { stringify } from 'csv-stringify/sync';
import type { Transfer, TransferSegment, TransferUnit } from '../../model/transfer.ts';
import { COLUMNS, type Column, handoffCell, titleOf } from './csv-columns.ts';
import { guardCell } from './csv-guard.ts';
import { formatMarked } from './marks.ts';
import type { TableOptions } from './options.ts';

// Beside what the format asks for, cells are quoted whose ends or line breaks a tool may drop.
const QUOTED = /[\r\n\t;]|^\s|\s$/u;

/**
 * Handoffs of one locale as a table that a spreadsheet opens: a row a segment, a title row that names both languages,
 * UTF-8 with a byte order mark (without which Excel takes it for another encoding), lines that end as RFC 4180 says.
 * Codes are marks (`⟨1⟩…⟨/1⟩`); cells that a spreadsheet would compute or turn into numbers are guarded
 * (`guardCell`). The state of what is missing is empty. The same handoffs give the same text. Linear.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export function writeTable(
  transfers: readonly Transfer[],
  _options: TableOptions,
  separator: 'csv' | 'tsv',
): string {
  const [first] = transfers;
  if (first === undefined) throw new Error('a table holds a handoff');
  const { sourceLocale, targetLocale } = first;
  if (transfers.some((one) => one.targetLocale !== targetLocale || one.sourceLocale !== sourceLocale)) {
    throw new Error('a table has one source and one target locale');
  }
  const rows = [COLUMNS.map((column) => titleOf(column, sourceLocale, targetLocale))];
  for (const transfer of transfers) {
    for (const unit of transfer.units) {
      for (const segment of unit.segments) {
        rows.push(COLUMNS.map((column) => guardCell(cellOf(column, segment, unit, transfer))));
      }
    }
  }
  const text = stringify(rows, {
    delimiter: separator === 'csv' ? ',' : '\t',
    record_delimiter: '\r\n',
    quoted_match: QUOTED,
  });
  return `\uFEFF${text}`;
}

function cellOf(column: Column, segment: TransferSegment, unit: TransferUnit, transfer: Transfer): string {
  switch (column) {
    case 'id':
      return segment.id;
    case 'source':
      return formatMarked(segment.source);
    case 'target':
      return formatMarked(segment.target ?? []);
    case 'state':
      return segment.target === null ? '' : segment.state;
    case 'note':
      return [...unit.notes, ...segment.notes].map(({ text }) => text).join('\n');
    case 'comment':
      return '';
    case 'document':
      return transfer.document;
    case 'handoff':
      return handoffCell(transfer.handoff);
  }
}
