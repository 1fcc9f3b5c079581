/**
 * What a column of a table for people holds. Notes are ours, and translators may add to them; comments are theirs. From
 * `document` on, columns are hidden in a spreadsheet, and a Word table has none of them.
 */
export type Column =
  | 'id'
  | 'source'
  | 'target'
  | 'state'
  | 'note'
  | 'comment'
  | 'document'
  | 'handoff'
  | 'source-language'
  | 'target-language'
  | 'sent-note';

/** The columns of a spreadsheet, in order. */
export const COLUMNS: readonly Column[] = [
  'id',
  'source',
  'target',
  'state',
  'note',
  'document',
  'handoff',
  'source-language',
  'target-language',
  'sent-note',
];

/** The columns of a spreadsheet that people see. */
export const SHOWN: readonly Column[] = COLUMNS.slice(0, 5);

const NAMES: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...COLUMNS.map((column) => [column, column] as const),
  ['translation', 'target'],
  ['status', 'state'],
  ['notes', 'note'],
  ['comment', 'comment'],
  ['comments', 'comment'],
  ['remark', 'comment'],
  ['remarks', 'comment'],
]);

/** Which cells of a row are the titles of which columns, by the first word of each; the first of a name counts. */
export function columnsIn(titles: Iterable<readonly [place: number, title: string]>): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [place, title] of titles) {
    const word =
      title
        .slice(0, 64)
        .trim()
        .toLowerCase()
        .split(/[\s:(·]/u, 1)[0] ?? '';
    const column = NAMES.get(word);
    if (column !== undefined && !columns.has(column)) columns.set(column, place);
  }
  return columns;
}

/** The columns that a table cannot do without. */
export const NEEDED: readonly Column[] = ['id', 'source', 'target'];

/** Whether the columns of a table are there. */
export function areEnough(columns: ReadonlyMap<Column, number>): boolean {
  return NEEDED.every((column) => columns.has(column));
}

/** The form of every segment's id. */
export const ID: RegExp = /^s[0-9a-hjkmnp-tv-z]{8}$/;
