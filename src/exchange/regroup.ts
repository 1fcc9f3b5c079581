import type { HandoffRecord, SourceCatalogue, SourceEntry, Wording } from '../model/catalogue.ts';
import { type Content, hasStoredText, parseContent } from '../model/content.ts';
import type { ReturnedSegment } from '../model/transfer.ts';
import { findWording, type Matched, matchSource, sentSegment } from './match.ts';
import { codeName, contentKey, mergePieces, startsAlike } from './pieces.ts';

/** A source segment that a returned text translates, and the wording of it that the text was made from. */
export interface Atom {
  readonly id: string;
  readonly entry: SourceEntry;
  /** Null for a retired segment. */
  readonly unit: string | null;
  readonly matched: Matched;
}

/** A returned text and the consecutive source segments that it translates; null when its source is none of theirs. */
export interface Piece {
  readonly segment: ReturnedSegment;
  readonly atoms: readonly Atom[] | null;
}

/** What a return is compared with. */
export interface Sources {
  readonly source: SourceCatalogue;
  readonly record: HandoffRecord | null;
  readonly hash: (wording: Wording) => string;
}

/** Segments that are compared as one group at most: a bound on the time that a hostile file can take. */
const GROUP_LIMIT = 64;

interface Known {
  readonly entry: SourceEntry;
  readonly unit: string | null;
}

/** A segment of a group, and which of its wordings came back. */
interface Chosen {
  readonly id: string;
  readonly text: string;
}

interface Group {
  readonly segments: readonly ReturnedSegment[];
  readonly atoms: readonly Atom[] | null;
}

/**
 * Finds for each returned text the source segments that it translates. Usually that is the one whose id it has. Where
 * a tool has joined or split segments within a unit, both divisions of the unit's text are laid side by side, and
 * what lies between two boundaries that they share is one group: its source segments have one target, the texts that
 * came back for them in their order. Linear in the return, but for groups, which are bounded.
 */
export class Regrouping {
  private readonly sources: Sources;
  private readonly known = new Map<string, Known>();
  /** The segments in the order in which they were sent; without a record, of those in the document. */
  private readonly order: readonly string[];
  private readonly places = new Map<string, number>();
  /** Keys of wordings that have been compared: the same one may be tried for many segments. */
  private readonly keys = new Map<string, Map<string, string>>();
  private following: ReadonlyMap<string, string> | null = null;
  private readonly unitStarts = new Map<string, number>();

  constructor(sources: Sources) {
    this.sources = sources;
    const { source, record } = sources;
    const live: string[] = [];
    for (const [id, entry] of Object.entries(source.retired)) this.known.set(id, { entry, unit: null });
    for (const unit of source.units) {
      for (const [id, entry] of Object.entries(unit.segments)) {
        this.known.set(id, { entry, unit: unit.id });
        if (hasStoredText(entry.text)) live.push(id);
      }
    }
    this.order = record === null ? live : Object.keys(record.segments);
    for (const [place, id] of this.order.entries()) {
      this.places.set(id, place);
      const unit = this.known.get(id)?.unit ?? null;
      if (unit !== null && !this.unitStarts.has(unit)) this.unitStarts.set(unit, place);
    }
  }

  /** A segment's entry, live or retired. */
  entryOf(id: string): Known | undefined {
    return this.known.get(id);
  }

  /** Whether segments stand in one unit one after the other, with nothing to translate between them. */
  areTogether(atoms: readonly Atom[]): boolean {
    if (atoms.length <= 1) return true;
    this.following ??= this.followers();
    const { following } = this;
    return atoms.every(({ id }, at) => at === 0 || following.get(atoms[at - 1]?.id ?? '') === id);
  }

  private followers(): ReadonlyMap<string, string> {
    const following = new Map<string, string>();
    for (const { segments } of this.sources.source.units) {
      let before: string | null = null;
      for (const [id, { text }] of Object.entries(segments)) {
        if (!hasStoredText(text)) continue;
        if (before !== null) following.set(before, id);
        before = id;
      }
    }
    return following;
  }

  /** The pieces of a return, in its order. */
  pieces(segments: readonly ReturnedSegment[]): Piece[] {
    const out: Piece[] = [];
    for (let from = 0; from < segments.length; ) {
      const unit = segments[from]?.unit ?? null;
      let to = from + 1;
      while (unit !== null && to < segments.length && segments[to]?.unit === unit) to += 1;
      for (const group of joinLoose(this.groups(segments.slice(from, to)))) out.push(pieceOf(group));
      from = to;
    }
    return out;
  }

  private groups(segments: readonly ReturnedSegment[]): Group[] {
    const out: Group[] = [];
    let last = -1;
    for (let at = 0; at < segments.length; ) {
      const segment = segments[at] as ReturnedSegment;
      const exact = this.exactAtom(segment);
      const group = exact === null ? this.align(segments, at, last) : { segments: [segment], atoms: [exact] };
      last = this.places.get(group?.atoms?.at(-1)?.id ?? '') ?? last;
      out.push(group ?? { segments: [segment], atoms: null });
      at += group?.segments.length ?? 1;
    }
    return out;
  }

  private exactAtom(segment: ReturnedSegment): Atom | null {
    const { record, hash } = this.sources;
    const known = this.known.get(segment.id);
    const { before, after } = segment.loose?.source ?? { before: [], after: [] };
    if (known === undefined || before.length + after.length > 0) return null;
    const matched = matchSource(segment.source, known.entry, sentSegment(record, segment.id), hash);
    return matched && { id: segment.id, ...known, matched };
  }

  /** Where the text of a segment that is not known by its id may begin: after the one before it, or at what it names. */
  private align(segments: readonly ReturnedSegment[], at: number, last: number): Group | null {
    const segment = segments[at];
    if (segment === undefined || segment.unit === null) return null;
    const starts = [
      last === -1 ? undefined : last + 1,
      this.places.get(segment.id),
      this.places.get(segmentNamedIn(segment.source) ?? ''),
      this.unitStarts.get(segment.unit),
    ];
    for (const start of new Set(starts)) {
      const group = start === undefined ? null : this.alignAt(segments, at, start);
      if (group !== null) return group;
    }
    return null;
  }

  private alignAt(segments: readonly ReturnedSegment[], at: number, start: number): Group | null {
    const chosen: Chosen[] = [];
    const [first] = segments.slice(at, at + 1);
    let theirs = first === undefined ? '' : contentKey(first, at === segments.length - 1);
    let ours = '';
    let count = 1;
    while (theirs !== '' && (chosen.length === 0 || theirs.length !== ours.length)) {
      if (chosen.length > GROUP_LIMIT || count > GROUP_LIMIT) return null;
      if (ours.length < theirs.length) {
        const next = this.wordingAt(start + chosen.length, theirs.slice(ours.length));
        if (next === null) return null;
        chosen.push(next);
        ours += this.wordingKey(next.id, next.text);
      } else {
        const next = segments[at + count];
        const key = next === undefined ? '' : contentKey(next, at + count === segments.length - 1);
        if (key === '' || !startsAlike(ours.slice(theirs.length), key)) return null;
        theirs += key;
        count += 1;
      }
    }
    if (chosen.length === 0) return null;
    const group = segments.slice(at, at + count);
    // One text under another's id is no matter of joining; without an id of its own it is its text that tells.
    if (group.length === 1 && chosen.length === 1 && first?.id !== first?.unit) return null;
    const atoms = chosen.flatMap((one) => this.atomOf(one) ?? []);
    return atoms.length === chosen.length ? { segments: group, atoms } : null;
  }

  private wordingKey(id: string, stored: string): string {
    const own = this.keys.get(id) ?? new Map<string, string>();
    const known = own.get(stored);
    if (known !== undefined) return known;
    const content = parseContent(stored);
    const key = content === null ? '' : contentKey({ id, source: content }, false);
    this.keys.set(id, own.set(stored, key));
    return key;
  }

  /** The wording of the segment at a place of the order that begins as a text does, or goes beyond it. */
  private wordingAt(place: number, text: string): Chosen | null {
    const id = this.order[place] ?? '';
    const known = this.known.get(id);
    if (known === undefined) return null;
    const { entry } = known;
    const sent = sentSegment(this.sources.record, id)?.source;
    const texts = [...(sent === undefined ? [] : [sent]), entry.text];
    for (const past of (entry.was ?? []).toReversed()) texts.push(past.text);
    const fitting = texts.find((stored) => {
      const key = this.wordingKey(id, stored);
      return key !== '' && startsAlike(text, key);
    });
    return fitting === undefined ? null : { id, text: fitting };
  }

  private atomOf({ id, text }: Chosen): Atom | null {
    const { record, hash } = this.sources;
    const known = this.known.get(id);
    if (known === undefined) return null;
    const matched = findWording(known.entry, sentSegment(record, id), hash, (stored) => stored === text);
    return matched && { id, ...known, matched };
  }
}

/** The segment that the first code of a content with such a name names: `s4k7qz2m1-2` is one of `s4k7qz2m1`. */
function segmentNamedIn(content: Content): string | null {
  for (const node of content) {
    if (node.kind === 'text') continue;
    const named = /^(.+)-[0-9]+$/.exec(node.id)?.[1] ?? segmentNamedIn(node.children ?? []);
    if (named !== null) return named;
  }
  return null;
}

/** Neighbours whose targets share a code that begins in one and ends in the other become one group. */
function joinLoose(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    const last = out.at(-1);
    const open = looseCodes(last?.segments.at(-1), 'after');
    const close = looseCodes(group.segments[0], 'before');
    const shared = open.some((id) => close.includes(id));
    if (last?.atoms && group.atoms && shared && last.segments.length < GROUP_LIMIT) {
      out[out.length - 1] = {
        segments: [...last.segments, ...group.segments],
        atoms: [...last.atoms, ...group.atoms],
      };
    } else {
      out.push(group);
    }
  }
  return out;
}

function looseCodes(segment: ReturnedSegment | undefined, end: 'before' | 'after'): string[] {
  return (segment?.loose?.target[end] ?? []).map((id) => codeName(id, segment?.id ?? ''));
}

function pieceOf({ segments, atoms }: Group): Piece {
  const [first] = segments;
  if (first === undefined) throw new Error('a group has a segment');
  if (atoms === null || (segments.length === 1 && atoms.length === 1 && atoms[0]?.id === first.id)) {
    return { segment: first, atoms };
  }
  return {
    segment: mergePieces(
      segments,
      atoms.map(({ id }) => id),
    ),
    atoms,
  };
}
