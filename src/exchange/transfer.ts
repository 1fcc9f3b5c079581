import type {
  CatalogueUnit,
  SourceCatalogue,
  SourceEntry,
  Target,
  TargetCatalogue,
} from '../model/catalogue.ts';
import { hasStoredText } from '../model/content.ts';
import { type Covered, coveredSegments } from '../model/cover.ts';
import { orderedIds } from '../model/order.ts';
import { isDraft } from '../model/row.ts';
import { own } from '../model/table.ts';
import type {
  Transfer,
  TransferNote,
  TransferSegment,
  TransferTerm,
  TransferUnit,
} from '../model/transfer.ts';
import { candidatesFor, type Earlier } from './candidates.ts';
import { type Surroundings, surroundingsOf, withContext } from './context.ts';
import type { TransferInput } from './input.ts';
import { type SegmentFacts, segmentNotes } from './notes.ts';
import { contentOf, readable, targetOf, wordingOf } from './stored.ts';

export type { TransferInput, Words } from './input.ts';

/** What the parts of a handoff are made with. */
interface Making {
  readonly input: TransferInput;
  readonly covered: ReadonlyMap<string, Covered>;
  /** For a live segment, those that are no longer in the document and went into it. */
  readonly gone: ReadonlyMap<string, readonly Earlier[]>;
  readonly surroundings: Surroundings;
  /** A segment of the document, live or retired. */
  readonly entryOf: (id: string) => SourceEntry | undefined;
}

/**
 * A handoff of a document in one locale, in document order; its `handoff` is still empty, for it is the digest of
 * the record (`makeRecord`). A stale target is sent with its text in state initial, so that whoever confirms it
 * raises the state. A segment of codes alone is not sent. A segment that another one's target covers goes where that one
 * goes, without a target and with a note that says so. A text that is kept as it is goes with itself as its target.
 * Linear in the size of the catalogues.
 */
export function makeTransfer(input: TransferInput): Transfer {
  const { source, target, targetLocale, instruction, words } = input;
  const covered = coveredSegments(source.units, target?.targets ?? {});
  const surroundings = surroundingsOf(input, covered);
  const entryOf = entryFinder(source);
  const making: Making = { input, covered, gone: predecessors(input), surroundings, entryOf };
  const units = withContext(
    source.units.flatMap((unit) => makeUnit(unit, making)),
    surroundings,
  );
  const notes: TransferNote[] = [];
  if (instruction !== null && instruction !== '') notes.push({ category: 'instruction', text: instruction });
  let drafts = 0;
  for (const { segments } of units) for (const { id } of segments) if (isDraftTarget(target, id)) drafts += 1;
  if (drafts > 0) notes.push({ category: 'context', text: words('note.machineDrafts', { count: drafts }) });
  return { document: source.document, sourceLocale: source.locale, targetLocale, handoff: '', notes, units };
}

function makeUnit(unit: CatalogueUnit, making: Making): TransferUnit[] {
  const { input, covered } = making;
  const between = input.gaps(unit);
  const segments: TransferSegment[] = [];
  const gaps: string[] = [];
  const sent = new Set<string>();
  const terms = new Map<string, TransferTerm>();
  let before = -1;
  for (const [index, [id, entry]] of Object.entries(unit.segments).entries()) {
    const holder = covered.get(id)?.holder;
    if (!hasStoredText(entry.text) || (holder !== undefined && !sent.has(holder))) continue;
    const made = makeSegment([id, entry], unit, making);
    if (made === null) continue;
    sent.add(id);
    if (before !== -1) gaps.push(index === before + 1 ? (between[before] ?? ' ') : ' ');
    before = index;
    segments.push(made.segment);
    for (const term of made.terms) terms.set(term.id, term);
  }
  if (segments.length === 0) return [];
  const order = orderOf(unit, segments, input.target);
  return [
    {
      id: unit.id,
      kind: unit.kind,
      notes: unitNotes(unit, input),
      segments: withCovers(segments, covered),
      gaps,
      ...(order !== null && { order }),
      ...(terms.size > 0 && { terms: [...terms.values()] }),
    },
  ];
}

function unitNotes({ kind }: CatalogueUnit, { words, sizeLimits }: TransferInput): TransferNote[] {
  const notes: TransferNote[] = [{ category: 'kind', text: words(`note.kind.${kind}`) }];
  const count = sizeLimits?.[kind];
  if (count !== undefined) notes.push({ category: 'context', text: words('note.sizeLimit', { count }) });
  return notes;
}

/** The order of the targets among what is sent of a unit, where it is not that of the source. */
function orderOf(
  unit: CatalogueUnit,
  segments: readonly TransferSegment[],
  target: TargetCatalogue | null,
): readonly string[] | null {
  const told = own(target?.orders ?? {}, unit.id);
  if (told === undefined) return null;
  const sent = new Set(segments.map(({ id }) => id));
  const order = orderedIds(Object.keys(unit.segments), told.ids).filter((id) => sent.has(id));
  return order.every((id, index) => id === segments[index]?.id) ? null : order;
}

/** Says of a segment which of those that are sent right after it its target translates too. */
function withCovers(
  segments: readonly TransferSegment[],
  covered: ReadonlyMap<string, Covered>,
): readonly TransferSegment[] {
  return segments.map((segment, index) => {
    const covers: string[] = [];
    for (let at = index + 1; at < segments.length; at += 1) {
      const id = segments[at]?.id ?? '';
      if (covered.get(id)?.holder !== segment.id) break;
      covers.push(id);
    }
    return covers.length === 0 ? segment : { ...segment, covers };
  });
}

/** A segment as it is sent, with its terms; null where it was not asked for. */
function makeSegment(
  [id, entry]: readonly [string, SourceEntry],
  unit: CatalogueUnit,
  making: Making,
): { readonly segment: TransferSegment; readonly terms: readonly TransferTerm[] } | null {
  const { input } = making;
  const coveredBy = making.covered.get(id)?.holder;
  const target = targetOf(input.target, id);
  const stale = target !== undefined && isStaleTarget(target, entry, unit, input);
  // A stale target has to be looked at, whatever is kept.
  const kept =
    !stale && coveredBy === undefined && (input.isKept?.(readable(entry.text), unit.kind) ?? false);
  const missing = target === undefined && coveredBy === undefined && !kept;
  const { only } = input;
  const asked = (missing && only?.includes('missing')) || (stale && only?.includes('stale'));
  if (only !== null && !asked && coveredBy === undefined) return null;
  const facts = factsOf([id, entry], { target, stale, kept, missing, coveredBy }, making);
  const { previous, terms } = facts;
  const sizeLimit = input.sizeLimits?.[unit.kind];
  const source = contentOf(entry.text);
  const wanted = missing || stale || (target?.state === 'initial' && !kept);
  const issues = input.issues?.get(id) ?? [];
  const found = issues.map(({ comment }) => ({ category: 'finding' as const, text: comment }));
  const candidates = wanted ? candidatesFor([id, entry], earlierOf(facts), input, making.surroundings) : [];
  const segment: TransferSegment = {
    id,
    source,
    codes: entry.codes,
    target: target === undefined ? (kept ? source : null) : contentOf(target.text),
    state: kept && target === undefined ? 'final' : target === undefined || stale ? 'initial' : target.state,
    stale,
    notes: [...segmentNotes(facts, input.words), ...found],
    ...(kept && { translate: false as const }),
    ...(sizeLimit !== undefined && { sizeLimit }),
    ...(previous !== undefined && { previous: contentOf(previous.text) }),
    ...(candidates.length > 0 && { candidates }),
    ...(issues.length > 0 && { issues }),
  };
  return { segment, terms: kept ? [] : terms };
}

/** What the segment was translated by before: itself, what it was a part of, what went into it. */
function earlierOf({ own: itself, stale, split, took }: SegmentFacts): readonly Earlier[] {
  return [...(stale && itself ? [itself] : []), ...(split ? [split] : []), ...took];
}

interface Standing {
  readonly target: Target | undefined;
  readonly stale: boolean;
  readonly kept: boolean;
  readonly missing: boolean;
  readonly coveredBy: string | undefined;
}

function factsOf(
  [id, entry]: readonly [string, SourceEntry],
  { target, stale, kept, missing, coveredBy }: Standing,
  { input, gone, entryOf }: Making,
): SegmentFacts {
  const { from } = entry;
  const whole = target === undefined && from !== undefined ? targetOf(input.target, from) : undefined;
  return {
    entry,
    own: target && { id, entry, target },
    stale,
    previous: target && stale ? wordingOf(entry, target.madeFrom, input.hash) : undefined,
    split: whole && from !== undefined ? { id: from, entry: entryOf(from), target: whole } : undefined,
    took: missing || stale ? (gone.get(id) ?? []) : [],
    coveredBy,
    kept,
    comments: [...(own(input.target?.remarks ?? {}, id) ?? []), ...(target?.comments ?? [])],
    terms: input.terms?.(readable(entry.text)) ?? [],
  };
}

/** Only what was split asks for another segment, so the table is made when it is first asked. */
function entryFinder({ units, retired }: SourceCatalogue): Making['entryOf'] {
  let live: Map<string, SourceEntry> | undefined;
  return (id) => {
    live ??= new Map(units.flatMap(({ segments }) => Object.entries(segments)));
    return live.get(id) ?? own(retired, id);
  };
}

// A target that covers other segments is stale as soon as it is so for one of them.
function isStaleTarget(
  target: Target,
  entry: SourceEntry,
  unit: CatalogueUnit,
  input: TransferInput,
): boolean {
  if (input.isStale(target.madeFrom, entry)) return true;
  return (target.covers ?? []).some(({ id, madeFrom }) => {
    const other = own(unit.segments, id);
    return other !== undefined && input.isStale(madeFrom, other);
  });
}

function predecessors({ source, target }: TransferInput): Map<string, readonly Earlier[]> {
  const found = new Map<string, Earlier[]>();
  for (const [id, entry] of Object.entries(source.retired)) {
    const held = targetOf(target, id);
    if (held === undefined) continue;
    for (const heir of entry.became ?? []) {
      const list = found.get(heir);
      if (list) list.push({ id, entry, target: held });
      else found.set(heir, [{ id, entry, target: held }]);
    }
  }
  return found;
}

function isDraftTarget(catalogue: TargetCatalogue | null, id: string): boolean {
  const target = targetOf(catalogue, id);
  return target !== undefined && isDraft(target);
}
