import type {
  PastWording,
  RetiredEntry,
  SourceCatalogue,
  Suggestion,
  TargetCatalogue,
  TargetOrder,
} from '../model/catalogue.ts';
import { hashWording } from './hash.ts';
import { isWaiting } from './suggestions.ts';
import { liveSegments } from './update.ts';

/** What can be forgotten: earlier texts, segments that are gone, returned texts that are no targets. Current work never is. */
export type Forgettable = 'history' | 'retired' | 'suggestions';

/** How much was forgotten. */
export interface Forgotten {
  /** Earlier wordings of the source, earlier targets, and earlier orders of targets. */
  readonly history: number;
  /** Retired segments, and targets and orders of what is not in the document. */
  readonly retired: number;
  /** Texts that waited, were declined or undone. */
  readonly suggestions: number;
}

/** The catalogues of one document, pruned. */
export interface Pruned {
  readonly source: SourceCatalogue;
  readonly targets: readonly TargetCatalogue[];
  readonly forgotten: Forgotten;
}

/**
 * Forgets what was asked for, in all the catalogues of a document at once. A wording that a target or a waiting text
 * was made from stays, with all that came after it, so that nothing becomes stale for an unknown reason; a retired
 * segment for which a text waits stays, with what it became. Linear.
 */
export function prune(
  source: SourceCatalogue,
  targets: readonly TargetCatalogue[],
  what: ReadonlySet<Forgettable>,
): Pruned {
  const live = {
    segments: new Set(liveSegments(source).map(({ id }) => id)),
    units: new Set(source.units.map(({ id }) => id)),
  };
  const counts = { history: 0, retired: 0, suggestions: 0 };
  const pruned = targets.map((target) => pruneTarget(target, live, what, counts));
  const needed = new Set(pruned.flatMap(basesOf));
  const units = source.units.map((unit) => ({
    ...unit,
    segments: mapped(unit.segments, (entry) => withoutHistory(entry, needed, what, counts)),
  }));
  const held = what.has('retired') ? heldOf(source.retired, pruned) : null;
  const left = held === null ? source.retired : kept(source.retired, (id) => held.has(id), counts);
  const retired = mapped(left, (entry) => withoutHistory(entry, needed, what, counts));
  return { source: { ...source, units, retired }, targets: pruned, forgotten: counts };
}

type Counts = { -readonly [key in keyof Forgotten]: Forgotten[key] };

function pruneTarget(
  catalogue: TargetCatalogue,
  live: { readonly segments: ReadonlySet<string>; readonly units: ReadonlySet<string> },
  what: ReadonlySet<Forgettable>,
  counts: Counts,
): TargetCatalogue {
  const { orders: told = {}, ...rest } = catalogue;
  const gone = what.has('retired');
  const past = what.has('history');
  const present = gone ? kept(rest.targets, (id) => live.segments.has(id), counts) : rest.targets;
  const standing = gone ? kept(told, (id) => live.units.has(id), counts) : told;
  const targets = past ? mapped(present, (target) => withoutPast(target, counts)) : present;
  const orders = past ? lastOrders(standing, counts) : standing;
  const waiting = what.has('suggestions') ? {} : rest.suggestions;
  if (what.has('suggestions')) counts.suggestions += Object.values(rest.suggestions).flat().length;
  return {
    ...rest,
    targets,
    suggestions: waiting,
    ...(Object.keys(orders).length > 0 && { orders }),
  };
}

/** A target or an order alone. With what was there before an import goes its mark: it cannot be undone any more. */
function withoutPast<T extends { readonly was?: readonly object[]; readonly import?: string }>(
  entry: T,
  counts: Counts,
): T {
  const { was, import: _import, ...rest } = entry;
  if (was === undefined || was.length === 0) return entry;
  counts.history += was.length;
  return rest as T;
}

/** Orders without the earlier ones; one that was given up for the order of the source goes with them. */
function lastOrders(
  orders: Readonly<Record<string, TargetOrder>>,
  counts: Counts,
): Readonly<Record<string, TargetOrder>> {
  const last = mapped(orders, (order) => withoutPast(order, counts));
  return Object.fromEntries(Object.entries(last).filter(([, { ids, was }]) => ids.length > 0 || was));
}

/** The hashes of the wordings that targets and waiting texts were made from. */
function basesOf({ targets, suggestions }: TargetCatalogue): string[] {
  const made = Object.values(targets).flatMap((target) => [target, ...(target.was ?? [])]);
  const waiting = Object.values(suggestions).flatMap((list): readonly Suggestion[] => list.filter(isWaiting));
  return [...made, ...waiting].flatMap(({ madeFrom, covers }) => [
    madeFrom,
    ...(covers ?? []).map((cover) => cover.madeFrom),
  ]);
}

/** Retired segments for which a text waits, and all that they became; each is visited once. */
function heldOf(
  retired: Readonly<Record<string, RetiredEntry>>,
  targets: readonly TargetCatalogue[],
): ReadonlySet<string> {
  const held = new Set<string>();
  for (const { suggestions } of targets) {
    for (const [id, list] of Object.entries(suggestions)) if (list.some(isWaiting)) held.add(id);
  }
  // A set gives what is added while it is gone through.
  for (const id of held) {
    const became = Object.hasOwn(retired, id) ? retired[id]?.became : undefined;
    for (const heir of became ?? []) held.add(heir);
  }
  return held;
}

function withoutHistory<T extends { readonly was?: readonly PastWording[] }>(
  entry: T,
  needed: ReadonlySet<string>,
  what: ReadonlySet<Forgettable>,
  counts: Counts,
): T {
  const { was, ...rest } = entry;
  if (!was || !what.has('history')) return entry;
  const first = was.findIndex((wording) => needed.has(hashWording(wording)));
  const left = first < 0 ? [] : was.slice(first);
  counts.history += was.length - left.length;
  return left.length === 0 ? (rest as T) : { ...entry, was: left };
}

function kept<T>(
  entries: Readonly<Record<string, T>>,
  stays: (id: string) => boolean,
  counts: Counts,
): Readonly<Record<string, T>> {
  const left = Object.entries(entries).filter(([id]) => stays(id));
  counts.retired += Object.keys(entries).length - left.length;
  return Object.fromEntries(left);
}

function mapped<T>(
  entries: Readonly<Record<string, T>>,
  change: (entry: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry)]));
}
