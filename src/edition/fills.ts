import type { Cell, CellPart, Row } from '../model/row.ts';
import type { SegmentFill } from './assemble-rewrite.ts';
import { byPlace } from './place.ts';

/**
 * What each segment of an edition shows, by id: a row's text stands at its first segment, the others are empty. Where
 * another locale joined the segments of a row, each keeps its own text. Where the locale tells a unit's sentences in
 * another order, they take the unit's places in that order.
 */
export function fillsOf(
  rows: readonly Row[],
  locale: string,
  marks: (cell: Cell) => { readonly before: string; readonly after: string },
): Map<string, SegmentFill> {
  const fills = new Map<string, SegmentFill>();
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to]?.unit === rows[from]?.unit) to += 1;
    const parts = rows.slice(from, to).flatMap((row) => partsOf(row, locale));
    for (const [at, { cell }] of byPlace(parts, (part) => part.cell.place).entries()) {
      const [first, ...covered] = parts[at]?.ids ?? [];
      if (first === undefined) continue;
      const { content, codes, status } = cell;
      fills.set(first, status === 'fallback' ? { content, codes, notice: marks(cell) } : { content, codes });
      for (const id of covered) fills.set(id, { content: [], codes: {} });
    }
    from = to;
  }
  return fills;
}

function partsOf({ ids, cells }: Row, locale: string): readonly CellPart[] {
  const cell = cells[locale];
  return cell === undefined ? [] : (cell.parts ?? [{ ids, cell }]);
}
