import type { MatrixCell } from './input.ts';

/** The parts that a document's segments are in, the nearer to publication, the earlier. */
export const PARTS = ['final', 'reviewed', 'translated', 'draft', 'stale', 'missing'] as const;
export type Part = (typeof PARTS)[number];

/** How far a locale is, with one document or with several. */
export type Totals = Omit<MatrixCell, 'document' | 'locale'> & Readonly<Record<Part, number>>;

const COUNTS = [
  'segments',
  'missing',
  'stale',
  'translated',
  'reviewed',
  'final',
  'ready',
  'machine',
  'errors',
  'warnings',
  'infos',
] as const;

/** The sums of cells, with the drafts: what is in none of the other parts. */
export function totalsOf(cells: readonly MatrixCell[]): Totals {
  const sums = Object.fromEntries(
    COUNTS.map((key) => [key, cells.reduce((sum, cell) => sum + cell[key], 0)]),
  ) as Record<(typeof COUNTS)[number], number>;
  const { segments, missing, stale, translated, reviewed, final } = sums;
  return { ...sums, draft: Math.max(0, segments - missing - stale - translated - reviewed - final) };
}

/** Segments that have a current translation in the state translated or above. */
export function translatedCount({ translated, reviewed, final }: Totals): number {
  return translated + reviewed + final;
}

/** A share from 0 to 1 in whole per cent, rounded down: what is not complete is never 1. Of nothing, it is 1. */
export function shareOf(count: number, all: number): number {
  return all === 0 ? 1 : Math.floor((count / all) * 100 + 1e-9) / 100;
}
