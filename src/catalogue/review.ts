import {
  type EditClass,
  type Origin,
  reaches,
  type SourceCatalogue,
  type SourceEntry,
  type State,
  type Target,
  type TargetCatalogue,
} from '../model/catalogue.ts';
import { compareCodes, sameCodes } from '../model/codes.ts';
import { formatContent, parseContent } from '../model/content.ts';
import { HexaplaError } from '../model/error.ts';
import { historyWith } from '../model/past.ts';
import { own } from '../model/table.ts';
import { contentOf, hashWording } from './hash.ts';
import { replaceTarget } from './history.ts';
import { partedFrom } from './join.ts';
import { liveSegments } from './update.ts';

/** A live segment's entry. Throws `segment-unknown`. */
function entryOf(source: SourceCatalogue, id: string): SourceEntry {
  const found = source.units.find(({ segments }) => Object.hasOwn(segments, id))?.segments[id];
  if (!found) throw new HexaplaError('segment-unknown', { segment: id }, { file: source.document });
  return found;
}

/** Sets the class of a segment's last edit. Throws `segment-unknown`, `segment-unedited`. */
export function reclassify(source: SourceCatalogue, id: string, edit: EditClass): SourceCatalogue {
  const was = entryOf(source, id).was ?? [];
  const last = was.at(-1);
  if (!last) throw new HexaplaError('segment-unedited', { segment: id }, { file: source.document });
  const renewed = [...was.slice(0, -1), { ...last, edit, decided: true }];
  const units = source.units.map((unit) => {
    const entry = Object.hasOwn(unit.segments, id) ? unit.segments[id] : undefined;
    return entry ? { ...unit, segments: { ...unit.segments, [id]: { ...entry, was: renewed } } } : unit;
  });
  return { ...source, units };
}

/** A decision of a reviewer about targets. */
export interface Review {
  readonly ids: readonly string[] | 'all';
  /** The state to give; null leaves it. */
  readonly state: State | null;
  /** Whether a stale target is declared to be still fine. */
  readonly confirm: boolean;
  /** Whether the segments asked for by id are rightly the same in both languages: the source is their target. */
  readonly same?: boolean;
  readonly by: string;
  /** The day of the review (`YYYY-MM-DD`). */
  readonly on?: string;
}

/**
 * Approves targets: raises their state, and with `confirm` declares them made from the current wording. With `same` a
 * segment asked for by id gets its source as its target, at least reviewed. What was there before is kept in `was`.
 * Throws `segment-unknown`, and `target-missing` for a segment asked for by id.
 */
export function reviewTargets(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  review: Review,
): { target: TargetCatalogue; changed: readonly string[] } {
  if (review.same && review.ids !== 'all') return sameTargets(source, catalogue, review.ids, review);
  const targets: Record<string, Target> = { ...catalogue.targets };
  const changed: string[] = [];
  const entries = new Map(liveSegments(source).map(({ id, entry }) => [id, entry]));
  const ids = review.ids === 'all' ? [...entries.keys()].filter((id) => targets[id]?.text) : review.ids;
  for (const id of ids) {
    const entry = entries.get(id) ?? entryOf(source, id);
    const before = Object.hasOwn(targets, id) ? targets[id] : undefined;
    if (!before || before.text === '') {
      throw new HexaplaError('target-missing', { segment: id, locale: catalogue.locale }, { segment: id });
    }
    const madeFrom = review.confirm ? hashWording(entry) : before.madeFrom;
    const covers = review.confirm && before.covers?.map((cover) => confirmed(cover, entries));
    const state = review.state ?? before.state;
    const dated = before.on !== undefined || review.on === undefined;
    if (state === before.state && madeFrom === before.madeFrom && before.by === review.by && dated) continue;
    const { import: _import, on: _on, ...rest } = before;
    targets[id] = {
      ...rest,
      state,
      by: review.by,
      ...(review.on !== undefined && { on: review.on }),
      madeFrom,
      was: historyWith(before),
      ...(covers && { covers }),
    };
    changed.push(id);
  }
  return { target: { ...catalogue, targets }, changed };
}

function sameTargets(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  ids: readonly string[],
  review: Review,
): { target: TargetCatalogue; changed: readonly string[] } {
  let target = catalogue;
  const changed: string[] = [];
  for (const id of ids) {
    const entry = entryOf(source, id);
    const parted = partedFrom(source, target, [id]);
    const same = sameTarget(entry, own(parted.targets, id), review);
    if (same === null && parted === target) continue;
    target = same === null ? parted : { ...parted, targets: { ...parted.targets, [id]: same } };
    changed.push(id);
  }
  return { target, changed };
}

/** The source as the target of its segment; null where it is that already. */
function sameTarget(
  entry: SourceEntry,
  before: Target | undefined,
  { state, by, on }: Review,
): Target | null {
  const asked = state ?? 'reviewed';
  const madeFrom = hashWording(entry);
  const { text } = entry;
  const there = before?.text === text && before.madeFrom === madeFrom;
  if (there && reaches(before.state, asked)) return null;
  return replaceTarget(before, {
    ...{ text, state: asked, origin: 'human', by, madeFrom },
    ...(on !== undefined && { on }),
  });
}

function confirmed(cover: { id: string; madeFrom: string }, entries: ReadonlyMap<string, SourceEntry>) {
  const entry = entries.get(cover.id);
  return entry ? { id: cover.id, madeFrom: hashWording(entry) } : cover;
}

/** A target that a person writes directly. */
export interface NewTarget {
  /** In the stored tag form. */
  readonly text: string;
  readonly origin: Origin;
  readonly by?: string;
}

/**
 * Writes one target, made from the current wording; another's target that translated this segment too is taken apart
 * (`separateTargets`). Throws `segment-unknown`, and `text-invalid` for a text that is
 * empty, not well formed, or has other codes than its source.
 */
export function setTarget(
  source: SourceCatalogue,
  catalogue: TargetCatalogue,
  id: string,
  written: NewTarget,
): TargetCatalogue {
  const entry = entryOf(source, id);
  const content = parseContent(written.text);
  const fail = (reason: string, codes: readonly string[] = []): HexaplaError =>
    new HexaplaError('text-invalid', { segment: id, reason, codes }, { segment: id });
  if (!content) throw fail('tags');
  if (written.text.trim() === '') throw fail('empty');
  const difference = compareCodes(contentOf(entry.text), content, entry.codes);
  if (!sameCodes(difference)) {
    const [reason, codes] = Object.entries(difference).find(([, list]) => list.length > 0) ?? ['tags', []];
    throw fail(reason, codes);
  }
  const { targets } = partedFrom(source, catalogue, [id]);
  const target = replaceTarget(own(targets, id), {
    text: formatContent(content),
    state: 'translated',
    origin: written.origin,
    ...(written.by !== undefined && { by: written.by }),
    madeFrom: hashWording(entry),
  });
  return { ...catalogue, targets: { ...targets, [id]: target } };
}
