import type { SourceCatalogue, SourceEntry, TargetCatalogue, Wording } from '../model/catalogue.ts';
import type { StaleReason } from '../model/row.ts';
import { own } from '../model/table.ts';
import { hashWording } from './hash.ts';
import type { Judge } from './progress.ts';
import { standings } from './progress.ts';
import { liveSegments } from './update.ts';

/** What became of one segment between two revisions; texts in stored form, null where there is none. */
export interface SegmentChange {
  readonly id: string;
  readonly kind: 'edited' | 'added' | 'removed';
  readonly before: string | null;
  readonly after: string | null;
  /** Why the translation is stale, where the change is that of its source. */
  readonly stale?: StaleReason;
  /** The translation that was made from `before`. */
  readonly target?: string;
}

/** What changed in a source between two revisions: in document order, then what is no longer there. */
export function sourceChanges(before: SourceCatalogue | null, after: SourceCatalogue): SegmentChange[] {
  return textChanges(liveTexts(before), liveTexts(after));
}

/** What changed in a locale's targets between two revisions, in the order of the source. */
export function targetChanges(
  before: TargetCatalogue | null,
  after: TargetCatalogue | null,
  source: SourceCatalogue,
): SegmentChange[] {
  const order = liveSegments(source).map(({ id }) => id);
  return textChanges(targetTexts(before, order), targetTexts(after, order));
}

/** For each stale target of a locale, what changed in its source since it was made. */
export function changesSince(
  source: SourceCatalogue,
  target: TargetCatalogue | null,
  judge: Judge,
): SegmentChange[] {
  return standings(source, target, judge).flatMap(({ id, entry, target: held, stale }): SegmentChange[] => {
    if (held === null || stale === null) return [];
    const madeFrom = held.covers?.find((cover) => cover.id === id)?.madeFrom ?? held.madeFrom;
    const before = wordingOf(entry, madeFrom)?.text ?? null;
    return [{ id, kind: 'edited', before, after: entry.text, stale, target: held.text }];
  });
}

/** The wording of a segment that has a hash: the current one, or an earlier one; none where it is not known. */
export function wordingOf(entry: SourceEntry, madeFrom: string): Wording | undefined {
  if (hashWording(entry) === madeFrom) return entry;
  return entry.was?.findLast((wording) => hashWording(wording) === madeFrom);
}

function textChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): SegmentChange[] {
  const changes: SegmentChange[] = [];
  for (const [id, text] of after) {
    const old = before.get(id) ?? null;
    if (old === text) continue;
    changes.push({ id, kind: old === null ? 'added' : 'edited', before: old, after: text });
  }
  for (const [id, text] of before) {
    if (!after.has(id)) changes.push({ id, kind: 'removed', before: text, after: null });
  }
  return changes;
}

function liveTexts(source: SourceCatalogue | null): ReadonlyMap<string, string> {
  return new Map(source === null ? [] : liveSegments(source).map(({ id, entry }) => [id, entry.text]));
}

function targetTexts(target: TargetCatalogue | null, order: readonly string[]): ReadonlyMap<string, string> {
  const targets = target?.targets ?? {};
  const ids = new Set([...order, ...Object.keys(targets)]);
  return new Map(
    [...ids].flatMap((id) => {
      const text = own(targets, id)?.text ?? '';
      return text === '' ? [] : [[id, text] as const];
    }),
  );
}
