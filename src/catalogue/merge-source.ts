import type {
  CatalogueUnit,
  PastWording,
  RetiredEntry,
  SourceCatalogue,
  SourceEntry,
  Wording,
} from '../model/catalogue.ts';
import { refuseStrangers } from './merge-target.ts';
import { changedSide, mergeOrder, sameStored, union } from './merge-three.ts';

/** A merged source catalogue, and the ids whose wordings both sides changed: ours stays, theirs is in the history. */
export interface MergedSource {
  readonly catalogue: SourceCatalogue;
  readonly conflicts: readonly string[];
}

/** A live segment, and the unit that it stands in. */
interface Live {
  readonly entry: SourceEntry;
  readonly unit: string;
}

/** One state of a catalogue, by segment. */
interface Side {
  readonly live: ReadonlyMap<string, Live>;
  readonly retired: Readonly<Record<string, RetiredEntry>>;
  readonly units: ReadonlyMap<string, CatalogueUnit>;
}

/**
 * Merges two states of a source catalogue by id, units and segments in document order; `base` is the state that
 * both come from, if it is known. The merged document itself is not seen here, so the next `extract` repairs what
 * it says otherwise: no id and no wording is lost. Throws `merge-conflict` for catalogues of different documents.
 */
export function mergeSource(
  base: SourceCatalogue | null,
  ours: SourceCatalogue,
  theirs: SourceCatalogue,
): MergedSource {
  refuseStrangers(ours, theirs);
  const [old, mine, yours] = [sideOf(base), sideOf(ours), sideOf(theirs)];
  const conflicts: string[] = [];
  const live = new Map<string, Live>();
  const retired: Record<string, RetiredEntry> = {};
  for (const id of new Set([...idsOf(mine), ...idsOf(yours)])) {
    if (mergedIsLive(id, old, mine, yours)) live.set(id, mergeLive(id, old, mine, yours, conflicts));
    else retired[id] = mergeRetired(base?.retired[id], mine.retired[id], yours.retired[id]);
  }
  const pick = <T>(read: (side: SourceCatalogue) => T, otherwise: T): T =>
    (changedSide(base ? read(base) : undefined, read(ours), read(theirs)) ?? { value: otherwise }).value as T;
  const catalogue: SourceCatalogue = {
    document: ours.document,
    locale: ours.locale,
    softBreaks: pick((side) => side.softBreaks, ours.softBreaks),
    profile: pick((side) => side.profile, ours.profile),
    units: mergeUnits(old, mine, yours, live),
    retired,
  };
  return { catalogue, conflicts };
}

function sideOf(catalogue: SourceCatalogue | null): Side {
  const live = new Map<string, Live>();
  for (const unit of catalogue?.units ?? []) {
    for (const [id, entry] of Object.entries(unit.segments)) live.set(id, { entry, unit: unit.id });
  }
  return {
    live,
    retired: catalogue?.retired ?? {},
    units: new Map((catalogue?.units ?? []).map((unit) => [unit.id, unit])),
  };
}

function idsOf(side: Side): readonly string[] {
  return [...side.live.keys(), ...Object.keys(side.retired)];
}

/** The side that changed decides; where one retired what the other edited, it stays live until `extract` looks. */
function mergedIsLive(id: string, old: Side, mine: Side, yours: Side): boolean {
  const a = mine.live.get(id);
  const b = yours.live.get(id);
  if (a && b) return true;
  const alive = a ?? b;
  if (!alive) return false;
  const other = a ? yours : mine;
  const before = old.live.get(id);
  return !(before && other.retired[id] && sameStored(before.entry, alive.entry));
}

function mergeLive(id: string, old: Side, mine: Side, yours: Side, conflicts: string[]): Live {
  const a = mine.live.get(id);
  const b = yours.live.get(id);
  if (!a || !b) {
    const alive = (a ?? b) as Live;
    const gone = (a ? yours : mine).retired[id];
    const was = union(alive.entry.was ?? [], gone?.was ?? []);
    return { entry: { ...alive.entry, ...(was.length > 0 ? { was } : {}) }, unit: alive.unit };
  }
  const before = old.live.get(id);
  const unit = (changedSide(before?.unit, a.unit, b.unit) ?? { value: a.unit }).value ?? a.unit;
  const clear = changedSide(before?.entry, a.entry, b.entry);
  if (clear?.value) return { entry: clear.value, unit };
  const wording = changedSide(wordingOf(before?.entry), wordingOf(a.entry), wordingOf(b.entry));
  if (!wording) conflicts.push(id);
  return { entry: mergeEntries(a.entry, b.entry, wording?.value ?? null), unit };
}

/** Both histories; where both sides changed the wording, theirs joins them, so that no target's base is unknown. */
function mergeEntries(ours: SourceEntry, theirs: SourceEntry, wording: Wording | null): SourceEntry {
  const was = mergeHistory(ours.was ?? [], theirs.was ?? []);
  const chosen = wording ?? { text: ours.text, codes: ours.codes };
  const lost: readonly PastWording[] = wording
    ? []
    : [{ text: theirs.text, codes: theirs.codes, edit: 'wording' }];
  const all = [...was, ...lost];
  return {
    text: chosen.text,
    codes: chosen.codes,
    ...(all.length > 0 ? { was: all } : {}),
    ...evidenceOf(ours, theirs),
  };
}

/** Where a segment came from, as far as either side knows. */
function evidenceOf(ours: SourceEntry, theirs: SourceEntry): Pick<SourceEntry, 'from' | 'copyOf' | 'unit'> {
  const [from, copyOf, unit] = [
    ours.from ?? theirs.from,
    ours.copyOf ?? theirs.copyOf,
    ours.unit ?? theirs.unit,
  ];
  return {
    ...(from !== undefined && { from }),
    ...(copyOf !== undefined && { copyOf }),
    ...(unit !== undefined && { unit }),
  };
}

/** A class that a person set stands before one that rules proposed for the same wording. */
function mergeHistory(ours: readonly PastWording[], theirs: readonly PastWording[]): readonly PastWording[] {
  const key = ({ text, codes }: Wording): string => JSON.stringify([text, codes]);
  const decided = new Map(theirs.filter((past) => past.decided).map((past) => [key(past), past]));
  const mine = ours.map((past) => (past.decided ? past : (decided.get(key(past)) ?? past)));
  const known = new Set(mine.map(key));
  return [...mine, ...theirs.filter((past) => !known.has(key(past)))];
}

function wordingOf(entry: SourceEntry | undefined): Wording | undefined {
  return entry && { text: entry.text, codes: entry.codes };
}

function mergeRetired(
  base: RetiredEntry | undefined,
  ours: RetiredEntry | undefined,
  theirs: RetiredEntry | undefined,
): RetiredEntry {
  const clear = changedSide(base, ours, theirs)?.value;
  if (clear) return clear;
  if (!ours || !theirs) return (ours ?? theirs) as RetiredEntry;
  const same = sameStored(wordingOf(ours), wordingOf(theirs));
  const merged = mergeEntries(ours, theirs, same ? { text: ours.text, codes: ours.codes } : null);
  const became = union(ours.became ?? [], theirs.became ?? []);
  const after = ours.after ?? theirs.after;
  return { ...merged, ...(became.length > 0 && { became }), ...(after !== undefined && { after }) };
}

function mergeUnits(
  old: Side,
  mine: Side,
  yours: Side,
  live: ReadonlyMap<string, Live>,
): readonly CatalogueUnit[] {
  const order = mergeOrder(
    [...old.live.keys()],
    [...mine.live.keys()],
    [...yours.live.keys()],
    new Set(live.keys()),
  );
  const rank = new Map(order.map((id, i) => [id, i]));
  const members = new Map<string, string[]>();
  for (const id of order) {
    const unit = live.get(id)?.unit ?? '';
    const list = members.get(unit);
    if (list) list.push(id);
    else members.set(unit, [id]);
  }
  const first = (unit: string): number => rank.get(members.get(unit)?.[0] ?? '') ?? 0;
  return [...members.keys()]
    .sort((a, b) => first(a) - first(b))
    .map((unit) => ({
      id: unit,
      kind: (mine.units.get(unit) ?? yours.units.get(unit))?.kind ?? 'paragraph',
      segments: Object.fromEntries((members.get(unit) ?? []).map((id) => [id, (live.get(id) as Live).entry])),
    }));
}
