import type { SourceCatalogue } from '../model/catalogue.ts';
import { type Content, formatContent } from '../model/content.ts';
import type { ReturnedGap, ReturnedSegment } from '../model/transfer.ts';
import type { SegmentSink } from './xliff/read.ts';

/** A returned segment that the catalogue does not know. */
interface UnknownSegment {
  readonly id: string;
  readonly unit: string | null;
  readonly line: number;
}

/** Of a return, what the catalogue knows. */
export interface KnownSegments extends SegmentSink {
  /** In the order of the file. */
  readonly segments: readonly ReturnedSegment[];
  /** How many were left out because nothing in the catalogue has their id or unit, and the first of them. */
  readonly unknown: { readonly count: number; readonly first: readonly UnknownSegment[] };
}

/** Unknown segments that are named, at most. */
const NAMED_LIMIT = 1000;
/** Different texts that are kept for one id: two make a clash, and more say no more. */
const COPIES_LIMIT = 8;
/** Texts below this length are never views of longer ones. */
const SHORT = 13;
/** Segments that are kept of a unit beyond one for each character of its text. */
const UNIT_ALLOWANCE = 64;

/**
 * Keeps the segments of a return whose id or unit a catalogue knows, live or retired, so that a return of any length is
 * accepted in memory that is bounded by the catalogue. A copy that says in all what one before it says is left out; of
 * copies that differ, some are kept for the acceptance to refuse. Linear.
 */
export function keepKnown(source: SourceCatalogue): KnownSegments {
  const known = knownOf(source);
  const segments: ReturnedSegment[] = [];
  const first: UnknownSegment[] = [];
  const copies = new Map<string, ReturnedSegment[]>();
  const inUnit = new Map<string, number>();
  let count = 0;
  let copied = 0;
  const isKnown = ({ id, unit }: ReturnedSegment): boolean => {
    if (known.ids.has(id)) return true;
    const room = unit === null ? undefined : known.units.get(unit);
    const kept = inUnit.get(unit ?? '') ?? 0;
    if (unit === null || room === undefined || kept >= room) return false;
    inUnit.set(unit, kept + 1);
    return true;
  };
  return {
    segments,
    unknown: {
      get count() {
        return count;
      },
      first,
    },
    segment: (segment) => {
      const name = known.ids.has(segment.id) ? segment.id : JSON.stringify([segment.id, segment.unit]);
      const others = copies.get(name);
      if (others !== undefined && isCopy(segment, others)) {
        copied += 1;
        return;
      }
      if (isKnown(segment)) {
        // Where most of a file is kept, what its pieces hold is about that much.
        const own = count + copied > segments.length ? detached(segment) : segment;
        if (others === undefined) copies.set(name, [own]);
        else others.push(own);
        segments.push(own);
        return;
      }
      count += 1;
      const { id, unit, line } = segment;
      if (first.length < NAMED_LIMIT) first.push({ id, unit, line });
    },
    close: () => {},
  };
}

interface Known {
  readonly ids: ReadonlySet<string>;
  /** How many segments with ids of their own a tool can make of a unit. */
  readonly units: ReadonlyMap<string, number>;
}

function knownOf({ units, retired }: SourceCatalogue): Known {
  const ids = new Set(Object.keys(retired));
  const rooms = new Map<string, number>();
  for (const { unit, text } of Object.values(retired)) {
    if (unit !== undefined) rooms.set(unit, (rooms.get(unit) ?? UNIT_ALLOWANCE) + text.length);
  }
  for (const { id, segments } of units) {
    let room = rooms.get(id) ?? UNIT_ALLOWANCE;
    for (const [segment, { text }] of Object.entries(segments)) {
      ids.add(segment);
      room += text.length;
    }
    rooms.set(id, room);
  }
  return { ids, units: rooms };
}

/** A segment whose texts no longer hold on to the pieces of the file that they were cut from. */
function detached(segment: ReturnedSegment): ReturnedSegment {
  const { id, unit, source, target, comment, before, after } = segment;
  return {
    ...segment,
    id: ownText(id),
    unit: unit && ownText(unit),
    source: ownContent(source),
    target: target && ownContent(target),
    ...(comment !== undefined && { comment: ownText(comment) }),
    ...(before !== undefined && { before: ownGap(before) }),
    ...(after !== undefined && { after: ownGap(after) }),
  };
}

// What is cut from a text that has just been put together is all that is kept of it; short texts are copies anyway.
function ownText(text: string): string {
  return text.length < SHORT ? text : ` ${text}`.slice(1);
}

function ownContent(content: Content): Content {
  return content.map((node) =>
    node.kind === 'text'
      ? { kind: 'text', text: ownText(node.text) }
      : { kind: 'code', id: ownText(node.id), children: node.children && ownContent(node.children) },
  );
}

function ownGap({ source, target }: ReturnedGap): ReturnedGap {
  return { source: ownContent(source), target: target && ownContent(target) };
}

function isCopy(segment: ReturnedSegment, others: readonly ReturnedSegment[]): boolean {
  if (others.length >= COPIES_LIMIT) return true;
  const said = sayingOf(segment);
  return others.some((other) => sayingOf(other) === said);
}

function sayingOf({ source, target, state, problem, comment, order }: ReturnedSegment): string {
  const texts = [formatContent(source), target === null ? null : formatContent(target)];
  return JSON.stringify([...texts, state, problem, comment, order]);
}
