import type { CatalogueUnit, Target } from './catalogue.ts';

/** A segment that another one's target translates too. */
export interface Covered {
  /** The segment that holds the target. */
  readonly holder: string;
  readonly target: Target;
  /** The hash of the covered segment's wording that the target was made from. */
  readonly madeFrom: string;
}

/**
 * Each covered segment with what covers it. A target counts for those segments alone that still follow its own in one
 * unit and have no target themselves: when a source edit has parted them, the others are missing. Linear.
 */
export function coveredSegments(
  units: readonly CatalogueUnit[],
  targets: Readonly<Record<string, Target>>,
): Map<string, Covered> {
  const covered = new Map<string, Covered>();
  for (const { segments } of units) {
    const waiting = new Map<string, Covered>();
    for (const id in segments) {
      const target = Object.hasOwn(targets, id) ? targets[id] : undefined;
      if (target === undefined || target.text === '') {
        const cover = waiting.get(id);
        if (cover !== undefined) covered.set(id, cover);
        continue;
      }
      for (const cover of target.covers ?? []) {
        waiting.set(cover.id, { holder: id, target, madeFrom: cover.madeFrom });
      }
    }
  }
  return covered;
}
