import type {
  CatalogueUnit,
  SourceCatalogue,
  SourceEntry,
  Target,
  TargetCatalogue,
  Wording,
} from '../model/catalogue.ts';
import { type Content, hasStoredText, parseContent, plainText } from '../model/content.ts';
import { type Covered, coveredSegments } from '../model/cover.ts';
import { orderedIds } from '../model/order.ts';
import { isDraft } from '../model/row.ts';
import type { Transfer, TransferNote, TransferSegment, TransferUnit } from '../model/transfer.ts';

/** Words for the translator, by key; the keys that a handoff needs are listed in `NOTE_KEYS`. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Every key that `makeTransfer` asks its words for. */
export const NOTE_KEYS: readonly string[] = [
  'note.kind.heading',
  'note.kind.paragraph',
  'note.kind.item',
  'note.kind.quote',
  'note.kind.cell',
  'note.kind.footnote',
  'note.kind.alt',
  'note.kind.title',
  'note.kind.frontMatter',
  'note.machineDrafts',
  'note.machineDraft',
  'note.stale',
  'note.staleUnknown',
  'note.splitFrom',
  'note.tookIn',
  'note.covered',
  'note.comment',
];

/** What a handoff is made from. */
export interface TransferInput {
  readonly source: SourceCatalogue;
  /** Null when the locale has no catalogue yet. */
  readonly target: TargetCatalogue | null;
  readonly targetLocale: string;
  /** Null for every live segment. */
  readonly only: readonly ('missing' | 'stale')[] | null;
  /** What the configuration tells every translator. */
  readonly instruction: string | null;
  /** For a unit, the text between its segments: a space or nothing, one fewer than segments. */
  readonly gaps: (unit: CatalogueUnit) => readonly string[];
  readonly isStale: (madeFrom: string, entry: SourceEntry) => boolean;
  readonly hash: (wording: Wording) => string;
  readonly words: Words;
}

/**
 * A handoff of a document in one locale, in document order; its `handoff` is still empty, for it is the digest of
 * the record (`makeRecord`). A stale target is sent with its text in state initial, so that whoever confirms it
 * raises the state. A segment of codes alone is not sent. A segment that another one's target covers goes where that one
 * goes, without a target and with a note that says so. Linear in the size of the catalogues.
 */
export function makeTransfer(input: TransferInput): Transfer {
  const { source, target, targetLocale, instruction, words } = input;
  const covered = coveredSegments(source.units, target?.targets ?? {});
  const gone = predecessors(input);
  const units = source.units.flatMap((unit) => makeUnit(unit, input, covered, gone));
  const notes: TransferNote[] = [];
  if (instruction !== null && instruction !== '') notes.push({ category: 'instruction', text: instruction });
  const drafts = units
    .flatMap((unit) => unit.segments)
    .filter(({ id }) => isDraftTarget(targetOf(target, id)));
  if (drafts.length > 0) {
    notes.push({ category: 'context', text: words('note.machineDrafts', { count: drafts.length }) });
  }
  return { document: source.document, sourceLocale: source.locale, targetLocale, handoff: '', notes, units };
}

function makeUnit(
  unit: CatalogueUnit,
  input: TransferInput,
  covered: ReadonlyMap<string, Covered>,
  gone: ReadonlyMap<string, readonly string[]>,
): TransferUnit[] {
  const between = input.gaps(unit);
  const segments: TransferSegment[] = [];
  const gaps: string[] = [];
  const sent = new Set<string>();
  let before = -1;
  for (const [index, [id, entry]] of Object.entries(unit.segments).entries()) {
    const holder = covered.get(id)?.holder;
    const segment = makeSegment([id, entry], unit, input, holder, gone.get(id) ?? []);
    if (segment === null || (holder !== undefined && !sent.has(holder))) continue;
    sent.add(id);
    if (before !== -1) gaps.push(index === before + 1 ? (between[before] ?? ' ') : ' ');
    before = index;
    segments.push(segment);
  }
  if (segments.length === 0) return [];
  const kind: TransferNote = { category: 'kind', text: input.words(`note.kind.${unit.kind}`) };
  const order = orderOf(unit, segments, input.target);
  const whole = {
    id: unit.id,
    kind: unit.kind,
    notes: [kind],
    segments: withCovers(segments, covered),
    gaps,
  };
  return [order === null ? whole : { ...whole, order }];
}

/** The order of the targets among what is sent of a unit, where it is not that of the source. */
function orderOf(
  unit: CatalogueUnit,
  segments: readonly TransferSegment[],
  target: TargetCatalogue | null,
): readonly string[] | null {
  const orders = target?.orders ?? {};
  const told = Object.hasOwn(orders, unit.id) ? orders[unit.id] : undefined;
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

function makeSegment(
  [id, entry]: readonly [string, SourceEntry],
  unit: CatalogueUnit,
  input: TransferInput,
  coveredBy: string | undefined,
  earlier: readonly string[],
): TransferSegment | null {
  if (!hasStoredText(entry.text)) return null;
  const target = targetOf(input.target, id);
  const missing = target === undefined && coveredBy === undefined;
  const stale = target !== undefined && isStaleTarget(target, entry, unit, input);
  const { only } = input;
  const asked = (missing && only?.includes('missing')) || (stale && only?.includes('stale'));
  if (only !== null && !asked && coveredBy === undefined) return null;
  return {
    id,
    source: contentOf(entry.text),
    codes: entry.codes,
    target: target === undefined ? null : contentOf(target.text),
    state: target === undefined || stale ? 'initial' : target.state,
    stale,
    notes: [
      ...segmentNotes(entry, target, stale, input),
      ...(missing || stale ? earlier.map((text) => tookIn(text, input.words)) : []),
      ...coverNotes(coveredBy, input.words),
    ],
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
    const other = Object.hasOwn(unit.segments, id) ? unit.segments[id] : undefined;
    return other !== undefined && input.isStale(madeFrom, other);
  });
}

function segmentNotes(
  entry: SourceEntry,
  target: Target | undefined,
  stale: boolean,
  input: TransferInput,
): TransferNote[] {
  const { words } = input;
  const notes: TransferNote[] = [];
  if (target !== undefined && stale) {
    const before = entry.was?.find((wording) => input.hash(wording) === target.madeFrom);
    notes.push(
      before === undefined
        ? { category: 'context', text: words('note.staleUnknown') }
        : { category: 'previous-source', text: words('note.stale', { text: readable(before.text) }) },
    );
  }
  const split =
    target === undefined && entry.from !== undefined ? targetOf(input.target, entry.from) : undefined;
  if (split !== undefined) {
    notes.push({
      category: 'previous-target',
      text: words('note.splitFrom', { text: readable(split.text) }),
    });
  }
  if (isDraftTarget(target)) notes.push({ category: 'context', text: words('note.machineDraft') });
  for (const comment of target?.comments ?? []) {
    const values = { text: comment.text, by: comment.by ?? '' };
    notes.push({ category: 'comment', text: words('note.comment', values) });
  }
  return notes;
}

/** For a live segment, the targets of those that are no longer in the document and went into it. */
function predecessors({ source, target }: TransferInput): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { became = [] }] of Object.entries(source.retired)) {
    const text = targetOf(target, id)?.text;
    if (text === undefined) continue;
    for (const heir of became) {
      const texts = found.get(heir);
      if (texts) texts.push(text);
      else found.set(heir, [text]);
    }
  }
  return found;
}

function tookIn(stored: string, words: Words): TransferNote {
  return { category: 'previous-target', text: words('note.tookIn', { text: readable(stored) }) };
}

function coverNotes(coveredBy: string | undefined, words: Words): TransferNote[] {
  return coveredBy === undefined
    ? []
    : [{ category: 'context', text: words('note.covered', { segment: coveredBy }) }];
}

function targetOf(catalogue: TargetCatalogue | null, id: string): Target | undefined {
  const target =
    catalogue !== null && Object.hasOwn(catalogue.targets, id) ? catalogue.targets[id] : undefined;
  return target?.text === '' ? undefined : target;
}

function isDraftTarget(target: Target | undefined): boolean {
  return target !== undefined && isDraft(target);
}

function contentOf(stored: string): Content {
  const content = parseContent(stored);
  if (content === null) throw new Error(`stored text is not well formed: ${stored.slice(0, 80)}`);
  return content;
}

function readable(stored: string): string {
  return plainText(contentOf(stored));
}
