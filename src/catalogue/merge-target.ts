import {
  type PastTarget,
  reaches,
  type Suggestion,
  type Target,
  type TargetCatalogue,
  type TargetOrder,
} from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import { coveredHistory } from '../model/past.ts';
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
  const parted = partJoined(targets, waiting, [ours, theirs]);
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
    ...mergeOrders(base, ours, theirs),
    ...mergeRemarks(ours, theirs),
  };
  return { catalogue, conflicts: [...order.filter((id) => conflicts.includes(id)), ...parted] };
}

/**
 * Where one side joined segments and the other changed a covered one's own target, the joined target stands: the other
 * text waits, and its history is kept where it is covered. Gives the ids of those.
 */
function partJoined(
  targets: Map<string, Target>,
  waiting: Map<string, Suggestion>,
  sides: readonly TargetCatalogue[],
): string[] {
  const isOld = (holder: string, id: string): boolean =>
    sides.some(
      (side) => side.targets[holder]?.covers?.some((one) => one.id === id) && side.targets[id]?.text,
    );
  const found: string[] = [];
  for (const [holder, { covers = [] }] of [...targets]) {
    for (const { id } of covers) {
      const joined = targets.get(holder);
      const own = targets.get(id);
      if (!joined || !own || own.text === '' || own.covers || isOld(holder, id)) continue;
      targets.delete(id);
      targets.set(holder, { ...joined, was: [...(joined.was ?? []), ...coveredHistory(id, own)] });
      if (!waiting.has(id)) waiting.set(id, { ...pastOf(own), reason: 'conflict' });
      found.push(id);
    }
  }
  return found;
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
  const { covers } = theirs;
  const suggestion: Suggestion = {
    ...pastOf(theirs),
    ...(covers === undefined ? {} : { covers }),
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
  if (base === undefined || known) return was;
  const { covers, on } = base;
  const further = { ...(covers && { covers }), ...(on !== undefined && { on }) };
  return [...was, { ...pastOf(base), ...further }];
}

/** What two targets are compared by: the covered segments are compared apart, and the import does not count. */
function pastOf({ text, state, origin, by, madeFrom }: PastTarget): PastTarget {
  return { text, state, origin, ...(by === undefined ? {} : { by }), madeFrom };
}

/** The order of a unit's targets as the side has it that changed it; ours where both did. */
function mergeOrders(
  base: TargetCatalogue | null,
  ours: TargetCatalogue,
  theirs: TargetCatalogue,
): Pick<TargetCatalogue, 'orders'> {
  const out: Record<string, TargetOrder> = {};
  for (const unit of new Set([...Object.keys(ours.orders ?? {}), ...Object.keys(theirs.orders ?? {})])) {
    const [old, mine, yours] = [base, ours, theirs].map((side) => side?.orders?.[unit]);
    const clear = changedSide(old, mine, yours);
    const kept = clear ? clear.value : (mine ?? yours);
    if (kept) out[unit] = kept;
  }
  return Object.keys(out).length > 0 ? { orders: out } : {};
}

/** The remarks of both sides: on none of them is anything lost. */
function mergeRemarks(ours: TargetCatalogue, theirs: TargetCatalogue): Pick<TargetCatalogue, 'remarks'> {
  const ids = new Set([...Object.keys(ours.remarks ?? {}), ...Object.keys(theirs.remarks ?? {})]);
  const remarks = [...ids].map((id) => [id, union(ours.remarks?.[id] ?? [], theirs.remarks?.[id] ?? [])]);
  return remarks.length > 0 ? { remarks: Object.fromEntries(remarks) } : {};
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
