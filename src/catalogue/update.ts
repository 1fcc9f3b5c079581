import type {
  CatalogueUnit,
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
  const { document, locale, digest, softBreaks, profile, previous, rematch } = input;
  const old = previous ? liveSegments(previous) : [];
  const { ids, unitIds } = assignIds(input, old);
  const renewal = renewalOf(input, old, unitIds);
  let j = 0;
  const units = input.units.map(({ kind, segments }, u): CatalogueUnit => {
    // Without a prototype the object is a hash table from the start: keys that never recur make shapes that never help.
    const own: Record<string, SourceEntry> = Object.create(null);
    for (const segment of segments) {
      own[ids[j] ?? ''] = renewal.renew(segment, j, ids[j] ?? '');
      j++;
    }
    return { id: unitIds[u] ?? '', kind, segments: own };
  });
  const retired = previous ? retire(previous, rematch, old, ids) : {};
  const catalogue = { document, locale, digest, softBreaks, profile, units, retired };
  return { catalogue, changes: changesOf(rematch, old, ids, renewal.edited) };
}

interface Renewal {
  /** The entry of the j-th new segment. */
  readonly renew: (segment: SplitSegment, j: number, id: string) => SourceEntry;
  /** The edits that were found. */
  readonly edited: Changes['edited'][number][];
}

function renewalOf(input: UpdateInput, old: readonly LiveSegment[], unitIds: readonly string[]): Renewal {
  const { rematch, previous, raw, locale } = input;
  const subUnits = new Map<number, string>();
  input.units.forEach(({ kind, block }, u) => {
    if (kind === 'alt' || kind === 'title') subUnits.set(block, unitIds[u] ?? '');
  });
  const occurrences = occurrencesIn(() =>
    input.units.flatMap(({ segments }) => segments.map(({ content }) => plainText(content))),
  );
  const edited: Changes['edited'][number][] = [];
  const renew = (segment: SplitSegment, j: number, id: string): SourceEntry => {
    const earlier = old[rematch.carried[j] ?? -1]?.entry ?? previous?.retired[rematch.restored.get(j) ?? ''];
    const wording = wordingOf(segment, earlier ?? null, subUnits, raw);
    const from = old[rematch.splitFrom.get(j) ?? -1]?.id;
    if (!earlier) return from === undefined ? wording : { ...wording, from };
    if (sameWording(earlier, wording)) return { ...wording, ...historyOf(earlier, []) };
    const edit = classifyEdit(earlier, wording, locale, occurrences);
    edited.push({ id, class: edit, from: earlier.text, to: wording.text });
    return { ...wording, ...historyOf(earlier, [{ text: earlier.text, codes: earlier.codes, edit }]) };
  };
  return { renew, edited };
}

/** What an entry keeps of its past; the earlier wording joins it when a translator would see a difference. */
function historyOf(earlier: SourceEntry, past: readonly PastWording[]): Pick<SourceEntry, 'was' | 'from'> {
  const was = [...(earlier.was ?? []), ...past];
  return { ...(was.length > 0 && { was }), ...(earlier.from !== undefined && { from: earlier.from }) };
}

/**
 * The ids of all segments and units in document order. A unit keeps the id of the old unit that most of its carried
 * segments come from.
 */
function assignIds(input: UpdateInput, old: readonly LiveSegment[]): { ids: string[]; unitIds: string[] } {
  const { previous, rematch, newId } = input;
  const segmentIds = new Set([...old.map(({ id }) => id), ...Object.keys(previous?.retired ?? {})]);
  const takenUnits = new Set(previous?.units.map(({ id }) => id));
  const carriedUnits = new Set<string>();
  const isSegment = (id: string): boolean => segmentIds.has(id);
  const isUnit = (id: string): boolean => takenUnits.has(id);
  const ids: string[] = [];
  const unitIds = input.units.map(({ segments }) => {
    const first = ids.length;
    for (const { content } of segments) {
      const j = ids.length;
      const kept = old[rematch.carried[j] ?? -1]?.id ?? rematch.restored.get(j);
      const id = kept ?? newId('s', plainText(content), isSegment);
      segmentIds.add(id);
      ids.push(id);
    }
    const kept = old.length > 0 ? carriedUnit(old, rematch, first, ids.length, carriedUnits) : null;
    const id = kept ?? newId('u', unitText(segments), isUnit);
    (kept === null ? takenUnits : carriedUnits).add(id);
    return id;
  });
  return { ids, unitIds };
}

function carriedUnit(
  old: readonly LiveSegment[],
  rematch: Rematch,
  from: number,
  to: number,
  used: ReadonlySet<string>,
): string | null {
  const votes = new Map<string, number>();
  for (let j = from; j < to; j++) {
    const id = old[rematch.carried[j] ?? -1]?.unit.id;
    if (id !== undefined && !used.has(id)) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function unitText(segments: readonly SplitSegment[]): string {
  const [only] = segments;
  if (segments.length === 1 && only) return plainText(only.content);
  return segments.map(({ content }) => normalizeText(plainText(content))).join(' ');
}

const NO_CODES: Wording['codes'] = {};

function wordingOf(
  segment: SplitSegment,
  earlier: SourceEntry | null,
  subUnits: ReadonlyMap<number, string>,
  raw: (block: number) => string,
): Wording {
  const [only] = segment.content;
  if (segment.content.length === 1 && only?.kind === 'text') {
    return { text: formatContent(segment.content), codes: NO_CODES };
  }
  const codes: Record<string, Code> = {};
  for (const id in segment.codes) {
    const code = segment.codes[id] as SplitCode;
    const parts = code.parts.map((part) => {
      if (typeof part === 'string') return part;
      const unit = subUnits.get(part);
      return unit === undefined ? raw(part) : { unit };
    });
    codes[id] = { ...code, parts };
  }
  const kept = carryCodes(earlier, segment.content, codes);
  return { text: formatContent(kept.content), codes: kept.codes };
}

function sameWording(a: Wording, b: Wording): boolean {
  if (a.text === b.text && Object.keys(a.codes).length === 0 && Object.keys(b.codes).length === 0)
    return true;
  return hashWording(a) === hashWording(b);
}

function retire(
  previous: SourceCatalogue,
  rematch: Rematch,
  old: readonly LiveSegment[],
  ids: readonly string[],
): Record<string, RetiredEntry> {
  const live = new Set(ids);
  const retired: Record<string, RetiredEntry> = {};
  for (const [id, entry] of Object.entries(previous.retired)) if (!live.has(id)) retired[id] = entry;
  old.forEach(({ id, entry }, i) => {
    if (live.has(id)) return;
    const into = ids[rematch.mergedInto.get(i) ?? -1];
    retired[id] = { ...entry, ...(into !== undefined && { became: [into] }) };
  });
  return retired;
}

/** An extraction that changed nothing, of no segments. */
export const NO_CHANGES: Changes = {
  unchanged: 0,
  added: [],
  retired: [],
  restored: [],
  moved: [],
  edited: [],
  split: [],
  merged: [],
};

function changesOf(
  rematch: Rematch,
  old: readonly LiveSegment[],
  ids: readonly string[],
  edited: Changes['edited'],
): Changes {
  const { carried, restored, splitFrom, mergedInto, moved } = rematch;
  if (old.length + restored.size === 0) return { ...NO_CHANGES, added: ids };
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
