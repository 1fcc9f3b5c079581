import type {
  CatalogueUnit,
  PastWording,
  RetiredEntry,
  SoftBreaks,
  SourceCatalogue,
  SourceEntry,
  Wording,
} from '../model/catalogue.ts';
import { type Code, formatContent, plainText } from '../model/content.ts';
import type { Changes, Rematch, SplitCode, SplitSegment } from '../model/split.ts';
import { type Assignment, assignIds } from './assign.ts';
import { carryCodes } from './carry.ts';
import { classifyEdit, groundsOf } from './classify.ts';
import type { Vocabulary, WordRules } from './edits/vocabulary.ts';
import { contentOf, hashWording } from './hash.ts';

/** What an extraction brings together to renew a catalogue. */
export interface UpdateInput extends Assignment {
  readonly document: string;
  readonly locale: string;
  readonly softBreaks: SoftBreaks;
  readonly profile: string;
  /** The words of all the project's documents as they were; null where this one is all that there is. */
  readonly project: Vocabulary | null;
  readonly rules: WordRules;
  /** The raw text of a block, for a sub-unit that has no text of its own to translate. */
  readonly raw: (block: number) => string;
}

/** A live segment of a catalogue with the unit it stands in. */
export interface LiveSegment {
  readonly id: string;
  readonly unit: CatalogueUnit;
  readonly entry: SourceEntry;
}

/** A catalogue's live segments in document order: the order that `Rematch.carried` refers to. */
export function liveSegments(catalogue: SourceCatalogue): LiveSegment[] {
  const list: LiveSegment[] = [];
  for (const unit of catalogue.units) {
    for (const id in unit.segments) {
      const entry = unit.segments[id];
      if (entry) list.push({ id, unit, entry });
    }
  }
  return list;
}

/** Renews a source catalogue from a document's split and its rematch: ids carried, wordings kept, losses retired. */
export function updateCatalogue(input: UpdateInput): { catalogue: SourceCatalogue; changes: Changes } {
  const { document, locale, softBreaks, profile, previous, rematch } = input;
  const old = previous ? liveSegments(previous) : [];
  const { ids, unitIds } = assignIds(input, old);
  const renewal = renewalOf(input, old, unitIds);
  let j = 0;
  const units = input.units.map(({ kind, segments }, u): CatalogueUnit => {
    // Without a prototype the object is a hash table from the start: keys that never recur make shapes that never help.
    const own: Record<string, SourceEntry> = Object.create(null);
    for (const segment of segments) {
      own[ids[j] ?? ''] = renewal.renew(segment, j, ids[j] ?? '', unitIds[u] ?? '');
      j++;
    }
    return { id: unitIds[u] ?? '', kind, segments: own };
  });
  const retired = previous ? retire(previous, rematch, old, ids) : {};
  const catalogue = { document, locale, softBreaks, profile, units, retired };
  return { catalogue, changes: changesOf(rematch, old, ids, renewal.edited) };
}

interface Renewal {
  /** The entry of the j-th new segment. */
  readonly renew: (segment: SplitSegment, j: number, id: string, unit: string) => SourceEntry;
  /** The edits that were found. */
  readonly edited: Changes['edited'][number][];
}

function renewalOf(input: UpdateInput, old: readonly LiveSegment[], unitIds: readonly string[]): Renewal {
  const { rematch, previous, raw, locale } = input;
  const subUnits = new Map<number, string>();
  input.units.forEach(({ kind, block }, u) => {
    if (kind === 'alt' || kind === 'title') subUnits.set(block, unitIds[u] ?? '');
  });
  const vocabulary = groundsOf({
    now: () => input.units.flatMap(({ segments }) => segments.map(({ content }) => plainText(content))),
    before: () => old.map(({ entry }) => plainText(contentOf(entry.text))),
    project: input.project,
    rules: input.rules,
  });
  const originals = old.length > 0 ? originalsOf(input, old) : new Map<string, string>();
  const edited: Changes['edited'][number][] = [];
  const renew: Renewal['renew'] = (segment, j, id, standsIn) => {
    const live = old[rematch.carried[j] ?? -1];
    const earlier = live?.entry ?? previous?.retired[rematch.restored.get(j) ?? ''];
    const wording = wordingOf(segment, earlier ?? null, subUnits, raw);
    const from = old[rematch.splitFrom.get(j) ?? -1]?.id;
    if (!earlier) {
      const copyOf = from === undefined ? originals.get(wording.text) : undefined;
      return { ...wording, ...(from !== undefined && { from }), ...(copyOf !== undefined && { copyOf }) };
    }
    const unit = [live?.unit.id, earlier.unit].find((one) => one !== undefined && one !== standsIn);
    const kept = { from: earlier.from, copyOf: earlier.copyOf, unit };
    if (sameWording(earlier, wording)) return { ...wording, ...historyOf(kept, earlier.was) };
    const edit = classifyEdit(earlier, wording, locale, vocabulary);
    edited.push({ id, class: edit, from: earlier.text, to: wording.text });
    const past = { text: earlier.text, codes: earlier.codes, edit };
    return { ...wording, ...historyOf(kept, [...(earlier.was ?? []), past]) };
  };
  return { renew, edited };
}

/** What an entry keeps of its past. */
function historyOf(
  { from, copyOf, unit }: Readonly<Record<'from' | 'copyOf' | 'unit', string | undefined>>,
  was: readonly PastWording[] = [],
): Omit<SourceEntry, keyof Wording> {
  return {
    ...(was.length > 0 && { was }),
    ...(from !== undefined && { from }),
    ...(copyOf !== undefined && { copyOf }),
    ...(unit !== undefined && { unit }),
  };
}

/** The live segments that stay and whose stored texts new segments repeat; the first of equal ones. */
function originalsOf({ rematch, units }: UpdateInput, old: readonly LiveSegment[]): Map<string, string> {
  const added = new Set<string>();
  let j = 0;
  for (const { segments } of units) {
    for (const { content } of segments) if (rematch.carried[j++] === -1) added.add(formatContent(content));
  }
  const originals = new Map<string, string>();
  if (added.size === 0) return originals;
  for (const i of rematch.carried) {
    const segment = old[i];
    if (!segment || !added.has(segment.entry.text) || originals.has(segment.entry.text)) continue;
    originals.set(segment.entry.text, segment.id);
  }
  return originals;
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

/** Most wordings are the same to the letter: only the others are worth a hash. */
function sameWording(a: Wording, b: Wording): boolean {
  if (a.text === b.text) {
    const ids = Object.keys(a.codes);
    const alike = ids.every((id) => sameTarget(a.codes[id], b.codes[id]));
    if (alike && ids.length === Object.keys(b.codes).length) return true;
  }
  return hashWording(a) === hashWording(b);
}

function sameTarget(a: Code | undefined, b: Code | undefined): boolean {
  return a?.type === b?.type && a?.type !== 'html' && a?.href === b?.href && a?.text === b?.text;
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
  old.forEach(({ id, unit, entry }, i) => {
    if (live.has(id)) return;
    const into = ids[rematch.mergedInto.get(i) ?? rematch.replacedBy.get(i) ?? -1];
    const after = old[i - 1]?.id;
    retired[id] = {
      ...entry,
      ...(into !== undefined && { became: [into] }),
      ...(after !== undefined && { after }),
      unit: unit.id,
    };
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
