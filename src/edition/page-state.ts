import { plainText } from '../model/content.ts';
import type { Cell, CellPart, Parallel, Row } from '../model/row.ts';
import type { PageInput } from './page.ts';

/** What a reader or a reviewer has to know of a cell's text; null where it needs none, as codes alone do. */
export type CellState =
  | 'source'
  | 'approved'
  | 'unreviewed'
  | 'machine'
  | 'pseudo'
  | 'stale'
  | 'missing'
  | 'fallback'
  | null;

/** The states that a text in a parallel page can be looked for by, the gravest first. */
export const SOUGHT = ['missing', 'stale', 'machine', 'pseudo', 'unreviewed', 'approved'] as const;

/** The state of a cell's text. */
export function stateOf({ status, origin, state }: Cell): CellState {
  if (status !== 'target') return status;
  if (state === null) return null;
  if (state === 'reviewed' || state === 'final') return 'approved';
  if (origin === 'pseudo') return 'pseudo';
  return origin === 'machine' ? 'machine' : 'unreviewed';
}

/** What a locale shows of a row: the row's one cell, or the smaller rows that it would have. */
export function partsOf(row: Row, locale: string): readonly CellPart[] {
  const cell = row.cells[locale];
  if (!cell) throw new Error(`row ${row.ids[0]} has no cell for ${locale}`);
  return cell.parts ?? [{ ids: row.ids, cell }];
}

/** How many segments of a locale are what. */
export interface PageCounts {
  readonly total: number;
  /** Segments with a text in the locale, current or stale. */
  readonly translated: number;
  readonly missing: number;
  readonly stale: number;
  /** Of the missing ones: those that show the source's text. */
  readonly fallback: number;
  /** Unreviewed drafts by a machine. */
  readonly machine: number;
  /** Texts with a person's hand in them that nobody has reviewed. */
  readonly unreviewed: number;
  readonly pseudo: number;
  /** Reviewed or final, stale or not. */
  readonly approved: number;
}

/** Counts what a locale shows, by segment. Linear. */
export function countCells({ rows }: Parallel, locale: string): PageCounts {
  const counts = { missing: 0, stale: 0, fallback: 0, machine: 0, unreviewed: 0, pseudo: 0, approved: 0 };
  let total = 0;
  for (const row of rows) {
    for (const { ids, cell } of partsOf(row, locale)) {
      const state = stateOf(cell);
      if (state === null) continue;
      total += ids.length;
      if (state === 'source') continue;
      if (state === 'missing' || state === 'fallback') counts.missing += ids.length;
      if (state === 'fallback') counts.fallback += ids.length;
      if (state === 'stale') counts.stale += ids.length;
      const made = state === 'stale' ? stateOf({ ...cell, status: 'target' }) : state;
      if (made === 'approved' || made === 'machine' || made === 'pseudo' || made === 'unreviewed') {
        counts[made] += ids.length;
      }
    }
  }
  return { ...counts, total, translated: total - counts.missing };
}

/**
 * How far a locale is, as `hexapla status` counts: a row knows no more than the gravest of the segments that one text
 * joined, so what was counted segment by segment goes before.
 */
export function standingOf(input: PageInput, locale: string): PageCounts {
  const counts = countCells(input.parallel, locale);
  const progress = input.progress?.[locale];
  if (!progress) return counts;
  const { segments, missing, stale, machine, initial, translated, reviewed, final } = progress;
  const pseudo = Math.min(counts.pseudo, machine);
  return {
    ...{ total: segments, translated: segments - missing, missing, stale, fallback: counts.fallback },
    ...{ pseudo, machine: machine - pseudo },
    ...{ unreviewed: initial + translated - machine, approved: reviewed + final },
  };
}

/** The segments whose text is current: there, and made from the source as it is. */
export function currentOf({ translated, stale }: PageCounts): number {
  return translated - stale;
}

/** A text's length in UTF-16 units, codes left out. */
export function lengthOf({ content }: Cell): number {
  return plainText(content).length;
}
