import type { Row } from '../model/row.ts';
import { isMachineDraft } from './page-cell.ts';
import { cellOf } from './page-context.ts';

/** How many of a locale's rows are what. */
export interface PageCounts {
  readonly total: number;
  /** Rows with a text in the locale, current or stale. */
  readonly translated: number;
  readonly missing: number;
  readonly stale: number;
  /** Of the missing ones: those that show the source's text. */
  readonly fallback: number;
  /** Unreviewed machine drafts. */
  readonly machine: number;
  /** Texts with a person's hand in them that nobody has reviewed. */
  readonly unreviewed: number;
  readonly pseudo: number;
}

/** Counts a locale's rows. Linear. */
export function countRows(rows: readonly Row[], locale: string): PageCounts {
  const counts = { missing: 0, stale: 0, fallback: 0, machine: 0, unreviewed: 0, pseudo: 0 };
  for (const row of rows) {
    const cell = cellOf(row, locale);
    if (cell.status === 'missing' || cell.status === 'fallback') counts.missing += 1;
    if (cell.status === 'fallback') counts.fallback += 1;
    if (cell.status === 'stale') counts.stale += 1;
    if (cell.status !== 'stale' && cell.status !== 'target') continue;
    if (cell.origin === 'pseudo') counts.pseudo += 1;
    else if (isMachineDraft(cell)) counts.machine += 1;
    else if (cell.state === 'initial' || cell.state === 'translated') counts.unreviewed += 1;
  }
  return { ...counts, total: rows.length, translated: rows.length - counts.missing };
}
