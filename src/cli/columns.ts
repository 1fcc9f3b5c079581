/** Texts of which every UTF-16 unit takes one column, so that they need not be segmented. */
const NARROW = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u0590\u10A0-\u10FF\u2010-\u2027]*$/;

/** How wide a text is on a terminal, in columns: combining marks take none, East Asian wide characters two. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += widthOfGrapheme(segment);
  return width;
}

function graphemes(text: string): Iterable<{ readonly segment: string }> {
  return new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

function widthOfGrapheme(grapheme: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** A column of a table: its title, and whether it holds numbers (then it is set to the right). */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

const GAP = '  ';

/**
 * Rows in aligned columns under their titles, a line each, with a final newline. The last column is shortened with
 * an ellipsis where a line would be wider than `limit` columns; null sets no limit.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  limit: number | null,
): string {
  const titles = columns.map(({ title }) => title);
  const lines = (titles.some((title) => title !== '') ? [titles, ...rows] : rows).map((row) =>
    row.map(oneLine),
  );
  const widths = columns.map((_, i) => lines.reduce((most, row) => Math.max(most, widthOf(row[i] ?? '')), 0));
  return lines
    .map((row) => {
      const cells = columns.map(({ right }, i) => pad(row[i] ?? '', widths[i] ?? 0, right === true));
      return `${shorten(cells.join(GAP).trimEnd(), limit)}\n`;
    })
    .join('');
}

/** A text cut to at most `limit` columns, with an ellipsis where something is left out. */
function shorten(text: string, limit: number | null): string {
  if (limit === null || widthOf(text) <= limit) return text;
  let out = '';
  let width = 0;
  for (const { segment } of graphemes(text)) {
    width += widthOfGrapheme(segment);
    if (width > limit - 1) break;
    out += segment;
  }
  return `${out}…`;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

/** Control characters would move the cursor or colour the terminal: they are shown as pictures of themselves. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\0-\x1F\x7F-\x9F]/g, '\uFFFD');
}
