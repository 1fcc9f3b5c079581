import type { Cell, Row } from '../model/row.ts';
import type { SegmentFill } from './assemble-rewrite.ts';

/** What each segment of an edition shows, by id: a row's text stands at its first segment, the others are empty. */
export function fillsOf(
  rows: readonly Row[],
  locale: string,
  marks: (cell: Cell) => { readonly before: string; readonly after: string },
): Map<string, SegmentFill> {
  const fills = new Map<string, SegmentFill>();
  for (const { ids, cells } of rows) {
    const cell = cells[locale];
    const [first, ...covered] = ids;
    if (!cell || first === undefined) continue;
    const { content, codes, status } = cell;
    fills.set(first, status === 'fallback' ? { content, codes, notice: marks(cell) } : { content, codes });
    for (const id of covered) fills.set(id, { content: [], codes: {} });
  }
  return fills;
}
