import type {
  CatalogueUnit,
  EditClass,
  PastWording,
  RetiredEntry,
  SoftBreaks,
  SourceCatalogue,
  SourceEntry,
  Wording,
} from '../model/catalogue.ts';
import { type Code, formatContent, normalizeText, plainText } from '../model/content.ts';
import type { Changes, Rematch, SplitCode, SplitSegment, SplitUnit } from '../model/split.ts';
import { carryCodes } from './carry.ts';
import { classifyEdit, occurrencesIn } from './classify.ts';
import { hashWording } from './hash.ts';

/** What an extraction brings together to renew a catalogue. */
export interface UpdateInput {
  readonly document: string;
  readonly locale: string;
  readonly digest: string;
  readonly softBreaks: SoftBreaks;
  readonly profile: string;
  readonly previous: SourceCatalogue | null;
  readonly units: readonly SplitUnit[];
  readonly rematch: Rematch;
  /** The raw text of a block, for a sub-unit that has no text of its own to translate. */
  readonly raw: (block: number) => string;
  readonly newId: (prefix: 's' | 'u', text: string, taken: (id: string) => boolean) => string;
}

/** A live segment of a catalogue with the unit it stands in. */
export interface LiveSegment {
  readonly id: string;
  readonly unit: CatalogueUnit;
  readonly entry: SourceEntry;
}

/** A catalogue's live segments in document order: the order that `Rematch.carried` refers to. */
export function liveSegments(catalogue: SourceCatalogue): LiveSegment[] {
  return catalogue.units.flatMap((unit) =>
    Object.entries(unit.segments).map(([id, entry]) => ({ id, unit, entry })),
  );
}

/** Renews a source catalogue from a document's split and its rematch: ids carried, wordings kept, losses retired. */
export function updateCatalogue(input: UpdateInput): { catalogue: SourceCatalogue; changes: Changes } {
  const old = input.previous ? liveSegments(input.previous) : [];
  const flat = input.units.flatMap((unit) => unit.segments);
  const ids = segmentIds(input, old, flat);
  const unitIds = assignUnitIds(input, old);
  const unitOf = new Map(input.units.map((unit, u) => [unit.block, unitIds[u] ?? '']));
  const wordings = flat.map((segment, j) => {
    const i = input.rematch.carried[j] ?? -1;
    const earlier = old[i]?.entry ?? retiredEntry(input, j) ?? null;
    return { earlier, wording: wordingOf(segment, earlier, unitOf, input.raw) };
  });
  const occurrences = occurrencesIn(() => flat.map(({ content }) => plainText(content)));
  const classify = (from: Wording, to: Wording): EditClass =>
    classifyEdit(from, to, input.locale, occurrences);
  const edited: Changes['edited'][number][] = [];
  const entries = wordings.map(({ earlier, wording }, j) => {
    const id = ids[j] ?? '';
    const came = input.rematch.splitFrom.get(j);
    const { entry, edit } = renew(earlier, wording, classify, came === undefined ? undefined : old[came]?.id);
    if (edit && earlier) edited.push({ id, class: edit, from: earlier.text, to: wording.text });
    return entry;
  });
  const units = groupUnits(input.units, unitIds, ids, entries);
  const retired = retire(input, old, ids);
  const { document, locale, digest, softBreaks, profile } = input;
  const catalogue = { document, locale, digest, softBreaks, profile, units, retired };
  return { catalogue, changes: changesOf(input, old, ids, edited) };
}

function retiredEntry(input: UpdateInput, j: number): RetiredEntry | undefined {
  const id = input.rematch.restored.get(j);
  return id === undefined ? undefined : input.previous?.retired[id];
}

function segmentIds(
  input: UpdateInput,
  old: readonly LiveSegment[],
  flat: readonly SplitSegment[],
): string[] {
  const taken = new Set([...old.map(({ id }) => id), ...Object.keys(input.previous?.retired ?? {})]);
  const { carried, restored } = input.rematch;
  return flat.map(({ content }, j) => {
    const kept = old[carried[j] ?? -1]?.id ?? restored.get(j);
    if (kept !== undefined) return kept;
    const id = input.newId('s', plainText(content), (candidate) => taken.has(candidate));
    taken.add(id);
    return id;
  });
}

/** A unit keeps the id of the old unit that most of its carried segments come from. */
function assignUnitIds(input: UpdateInput, old: readonly LiveSegment[]): string[] {
  const taken = new Set(input.previous?.units.map(({ id }) => id));
  const used = new Set<string>();
  let j = 0;
  const ids = input.units.map((unit) => {
    if (old.length === 0) return null;
    const votes = new Map<string, number>();
    for (let end = j + unit.segments.length; j < end; j++) {
      const id = old[input.rematch.carried[j] ?? -1]?.unit.id;
      if (id !== undefined && !used.has(id)) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    if (best !== null) used.add(best);
    return best;
  });
  return ids.map((id, u) => {
    if (id !== null) return id;
    const text = (input.units[u]?.segments ?? [])
      .map(({ content }) => normalizeText(plainText(content)))
      .join(' ');
    const made = input.newId('u', text, (candidate) => taken.has(candidate));
    taken.add(made);
    return made;
  });
}

function wordingOf(
  segment: SplitSegment,
  earlier: SourceEntry | null,
  unitOf: ReadonlyMap<number, string>,
  raw: (block: number) => string,
): Wording {
  const codes: Record<string, Code> = {};
  for (const id in segment.codes) {
    const code = segment.codes[id] as SplitCode;
    const parts = code.parts.map((part) => {
      if (typeof part === 'string') return part;
      const unit = unitOf.get(part);
      return unit === undefined ? raw(part) : { unit };
    });
    codes[id] = { ...code, parts };
  }
  const kept = carryCodes(earlier, segment.content, codes);
  return { text: formatContent(kept.content), codes: kept.codes };
}

/** Renews one entry; the earlier wording goes into its history when a translator would see a difference. */
function renew(
  earlier: SourceEntry | null,
  wording: Wording,
  classify: (from: Wording, to: Wording) => EditClass,
  from: string | undefined,
): { entry: SourceEntry; edit: EditClass | null } {
  if (!earlier) return { entry: { ...wording, ...(from !== undefined && { from }) }, edit: null };
  const edit = sameWording(earlier, wording) ? null : classify(earlier, wording);
  const past: PastWording[] = edit ? [{ text: earlier.text, codes: earlier.codes, edit }] : [];
  const was = [...(earlier.was ?? []), ...past];
  const entry = {
    ...wording,
    ...(was.length > 0 && { was }),
    ...(earlier.from !== undefined && { from: earlier.from }),
  };
  return { entry, edit };
}

function sameWording(a: Wording, b: Wording): boolean {
  if (a.text === b.text && Object.keys(a.codes).length === 0 && Object.keys(b.codes).length === 0)
    return true;
  return hashWording(a) === hashWording(b);
}

function groupUnits(
  units: readonly SplitUnit[],
  unitIds: readonly string[],
  ids: readonly string[],
  entries: readonly SourceEntry[],
): CatalogueUnit[] {
  let j = 0;
  return units.map(({ kind, segments }, u) => {
    // Without a prototype the object is a hash table from the start: keys that never recur make shapes that never help.
    const own: Record<string, SourceEntry> = Object.create(null);
    for (const _ of segments) {
      const [id, entry] = [ids[j], entries[j]];
      if (id !== undefined && entry) own[id] = entry;
      j++;
    }
    return { id: unitIds[u] ?? '', kind, segments: own };
  });
}

function retire(
  input: UpdateInput,
  old: readonly LiveSegment[],
  ids: readonly string[],
): Record<string, RetiredEntry> {
  const live = new Set(ids);
  const retired: Record<string, RetiredEntry> = {};
  for (const [id, entry] of Object.entries(input.previous?.retired ?? {}))
    if (!live.has(id)) retired[id] = entry;
  old.forEach(({ id, entry }, i) => {
    if (live.has(id)) return;
    const into = ids[input.rematch.mergedInto.get(i) ?? -1];
    retired[id] = { ...entry, ...(into !== undefined && { became: [into] }) };
  });
  return retired;
}

function changesOf(
  input: UpdateInput,
  old: readonly LiveSegment[],
  ids: readonly string[],
  edited: Changes['edited'],
): Changes {
  const { carried, restored, splitFrom, mergedInto, moved } = input.rematch;
  const live = new Set(ids);
  const changed = new Set(edited.map(({ id }) => id));
  const idsWhere = (test: (j: number) => boolean): string[] => ids.filter((_, j) => test(j));
  const split = new Map<string, string[]>();
  for (const [j, i] of splitFrom) {
    const from = old[i]?.id ?? '';
    split.set(from, [...(split.get(from) ?? [from]), ids[j] ?? '']);
  }
  const merged = new Map<string, string[]>();
  for (const [i, j] of mergedInto) {
    const into = ids[j] ?? '';
    merged.set(into, [...(merged.get(into) ?? [into]), old[i]?.id ?? '']);
  }
  return {
    unchanged: idsWhere((j) => (carried[j] ?? -1) >= 0 && !moved.has(j) && !changed.has(ids[j] ?? '')).length,
    added: idsWhere((j) => carried[j] === -1 && !restored.has(j)),
    retired: old.flatMap(({ id }) => (live.has(id) ? [] : [id])),
    restored: idsWhere((j) => restored.has(j)),
    moved: idsWhere((j) => moved.has(j)),
    edited,
    split: [...split].map(([from, into]) => ({ from, into })),
    merged: [...merged].map(([into, from]) => ({ from, into })),
  };
}
