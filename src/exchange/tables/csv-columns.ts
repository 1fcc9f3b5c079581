import { HANDOFF_ID } from '../xliff/format.ts';

export type Column = 'id' | 'source' | 'target' | 'state' | 'note' | 'comment' | 'document' | 'handoff';

/** The columns of a table in their order. A reader needs `id` and `target`. */
export const COLUMNS: readonly Column[] = [
  'id',
  'source',
  'target',
  'state',
  'note',
  'comment',
  'document',
  'handoff',
];

/** A column's title. Titles are not translated, so that a file is read whatever language its reader speaks. */
export function titleOf(column: Column, sourceLocale: string, targetLocale: string): string {
  if (column === 'source') return `source (${sourceLocale})`;
  return column === 'target' ? `target (${targetLocale})` : column;
}

/** Where the columns of a table are, and what their titles tell. */
export interface Columns {
  readonly places: ReadonlyMap<Column, number>;
  /** Null where the title names none. */
  readonly sourceLocale: string | null;
  readonly targetLocale: string | null;
}

/** The columns that a row of titles names; the first of a name counts. */
export function columnsIn(row: readonly string[]): Columns {
  const places = new Map<Column, number>();
  const locales: { source: string | null; target: string | null } = { source: null, target: null };
  for (const [index, cell] of row.entries()) {
    const found = /^([a-z]+)(?:\s*[([:]?\s*([a-z0-9_-]+)\s*[)\]]?)?$/i.exec(cell.slice(0, 200).trim());
    const column = COLUMNS.find((name) => name === found?.[1]?.toLowerCase());
    if (column === undefined || places.has(column)) continue;
    const locale = found?.[2] ?? null;
    if (column === 'source' || column === 'target') locales[column] = locale;
    else if (locale !== null) continue;
    places.set(column, index);
  }
  return { places, sourceLocale: locales.source, targetLocale: locales.target };
}

/** A digest that a spreadsheet does not take for a number. */
export function handoffCell(handoff: string): string {
  return handoff === '' ? '' : HANDOFF_ID + handoff;
}

/** The digest in such a cell; null where it is empty. */
export function handoffIn(cell: string): string | null {
  const text = cell.trim();
  return (text.startsWith(HANDOFF_ID) ? text.slice(HANDOFF_ID.length) : text) || null;
}
