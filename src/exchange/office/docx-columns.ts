/** The paragraph style of each column of a Word table: styles outlive titles in any language. */
export const COLUMN_STYLES = {
  id: 'HexaplaId',
  source: 'HexaplaSource',
  target: 'HexaplaTarget',
  state: 'HexaplaStatus',
  comment: 'HexaplaComment',
} as const;

/** The paragraph style of titles. */
export const TITLE_STYLE = 'HexaplaTitle';

/** Whether the id of a style, as a program may have rewritten it, is that of `style`. */
export function isStyle(id: string, style: string): boolean {
  return id.replace(/[\s_-]/g, '').toLowerCase() === style.toLowerCase();
}
