import {
  type PastTarget,
  reaches,
  type Suggestion,
  type Target,
  type TargetCatalogue,
} from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import { changedSide, mergeOrder, sameStored, union } from './merge-three.ts';

/** A merged target catalogue, and the ids whose targets both sides changed: ours stay, theirs became suggestions. */
export interface MergedTarget {
  readonly catalogue: TargetCatalogue;
  readonly conflicts: readonly string[];
}

/**
 * Merges two states of a target catalogue, entry by entry; `base` is the state that both come from, if it is
 * known. Nothing is lost: where both sides changed a target, ours stays and theirs waits as a suggestion. Throws
 * `merge-conflict` for catalogues of different documents or locales.
 */
export function mergeTarget(
  base: TargetCatalogue | null,
  ours: TargetCatalogue,
  theirs: TargetCatalogue,
): MergedTarget {
  refuseStrangers(ours, theirs);
  const conflicts: string[] = [];
  const targets = new Map<string, Target>();
  const waiting = new Map<string, Suggestion>();
  for (const id of new Set([...Object.keys(ours.targets), ...Object.keys(theirs.targets)])) {
    const before = base?.targets[id];
    const merged = mergeEntry(before, ours.targets[id], theirs.targets[id]);
    if (merged.target) targets.set(id, merged.target);
    if (merged.suggestion) {
      conflicts.push(id);
      waiting.set(id, merged.suggestion);
    }
  }
  const order = mergeOrder(
    Object.keys(base?.targets ?? {}),
    Object.keys(ours.targets),
    Object.keys(theirs.targets),
    new Set(targets.keys()),
  );
  const suggestions = mergeSuggestions(base, ours, theirs, waiting);
  const catalogue = {
    document: ours.document,
    locale: ours.locale,
    targets: Object.fromEntries(order.map((id) => [id, targets.get(id) as Target])),
    suggestions,
  };
  return { catalogue, conflicts: order.filter((id) => conflicts.includes(id)) };
}

/** Throws `merge-conflict` for catalogues of different documents or locales. */
export function refuseStrangers(
  ours: { readonly document: string; readonly locale: string },
  theirs: { readonly document: string; readonly locale: string },
): void {
  if (ours.document === theirs.document && ours.locale === theirs.locale) return;
  const name = (side: { readonly document: string; readonly locale: string }): string =>
    `${side.document} (${side.locale})`;
  throw new HexaplaError('merge-conflict', { ours: name(ours), theirs: name(theirs) });
}

function mergeEntry(
  base: Target | undefined,
  ours: Target | undefined,
  theirs: Target | undefined,
): { readonly target?: Target | undefined; readonly suggestion?: Suggestion } {
  const clear = changedSide(base, ours, theirs);
  if (clear) return { target: clear.value };
  if (!ours || !theirs) return { target: ours ?? theirs };
  const was = historyOf(base, ours, theirs);
  const comments = union(ours.comments ?? [], theirs.comments ?? []);
  const rest = { ...(was.length > 0 ? { was } : {}), ...(comments.length > 0 ? { comments } : {}) };
  const chosen = chooseText(base, ours, theirs);
  if (chosen) return { target: { ...withoutLists(chosen), ...rest } };
  const { text, state, origin, by, madeFrom } = theirs;
  const suggestion: Suggestion = {
    text,
    state,
    origin,
    ...(by === undefined ? {} : { by }),
    madeFrom,
    ...(base === undefined ? {} : { base: base.text }),
    reason: 'conflict',
  };
  return { target: { ...withoutLists(ours), ...rest }, suggestion };
}

/** The side whose text stands, where the sides do not contradict each other; else null. */
function chooseText(base: Target | undefined, ours: Target, theirs: Target): Target | null {
  const mine = pastOf(ours);
  const yours = pastOf(theirs);
  if (sameStored(mine, yours)) return ours;
  if (
    ours.text === theirs.text &&
    ours.madeFrom === theirs.madeFrom &&
    sameStored(ours.covers, theirs.covers)
  ) {
    return reaches(ours.state, theirs.state) ? ours : theirs;
  }
  const past = base === undefined ? null : pastOf(base);
  if (past !== null && sameStored(yours, past) && sameStored(theirs.covers, base?.covers)) return ours;
  if (past !== null && sameStored(mine, past) && sameStored(ours.covers, base?.covers)) return theirs;
  if (ours.was?.some((one) => sameStored(one, yours))) return ours;
  return theirs.was?.some((one) => sameStored(one, mine)) ? theirs : null;
}

/** Both histories; the base too, where neither side remembers its text. */
function historyOf(base: Target | undefined, ours: Target, theirs: Target): readonly PastTarget[] {
  const was = union(ours.was ?? [], theirs.was ?? []);
  const known = [ours, theirs, ...was].some((one) => one.text === base?.text);
  return base === undefined || known ? was : [...was, pastOf(base)];
}

function pastOf({ text, state, origin, by, madeFrom }: PastTarget): PastTarget {
  return { text, state, origin, ...(by === undefined ? {} : { by }), madeFrom };
}

function withoutLists({ was: _was, comments: _comments, ...rest }: Target): Target {
  return rest;
}

function mergeSuggestions(
  base: TargetCatalogue | null,
  ours: TargetCatalogue,
  theirs: TargetCatalogue,
  added: ReadonlyMap<string, Suggestion>,
): Record<string, readonly Suggestion[]> {
  const out: Record<string, readonly Suggestion[]> = {};
  for (const id of new Set([
    ...Object.keys(ours.suggestions),
    ...Object.keys(theirs.suggestions),
    ...added.keys(),
  ])) {
    const [old, mine, yours] = [base, ours, theirs].map((side) => side?.suggestions[id] ?? []);
    const fresh = added.get(id);
    const kept = union(mine ?? [], [...(yours ?? []), ...(fresh ? [fresh] : [])]).filter((one) => {
      const there = (list: readonly Suggestion[] = []): boolean =>
        list.some((other) => sameStored(one, other));
      return one === fresh || !there(old) || (there(mine) && there(yours));
    });
    if (kept.length > 0) out[id] = kept;
  }
  return out;
}
