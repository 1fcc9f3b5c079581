import type { Cover, HandoffRecord, SourceEntry, Suggestion, Target, Wording } from '../model/catalogue.ts';
import { type Codes, type Content, formatContent, parseContent } from '../model/content.ts';
import { groupCodes, groupContent } from '../model/group.ts';
import type { AcceptOptions, Case, Held } from './judge.ts';
import { findWording, type Matched, sentSegment } from './match.ts';
import type { Piece } from './regroup.ts';

/** What a returned text is compared with, as it is at this moment. */
export interface Standpoint {
  readonly record: HandoffRecord | null;
  readonly options: AcceptOptions;
  readonly hash: (wording: Wording) => string;
  readonly isStale: (madeFrom: string, entry: SourceEntry) => boolean;
  readonly entryOf: (id: string) => SourceEntry | undefined;
  /** Our own target of a segment. */
  readonly current: (id: string) => Target | undefined;
  /** The segment whose target of ours covers this one. */
  readonly holderOf: (id: string) => string | undefined;
  readonly suggestions: readonly Suggestion[];
  /** The segments for which a text came back, in this piece or another. */
  readonly told: ReadonlySet<string>;
}

interface Part {
  readonly id: string;
  readonly entry: SourceEntry;
  readonly matched: Matched;
}

/**
 * Gathers what is known of a returned text. A text for one segment whose target of ours covers others as well is
 * taken to cover them still, unless they came back with texts of their own. Null where the segments' codes are too
 * many to be numbered in one text.
 */
export function makeCase({ segment, atoms }: Piece, at: Standpoint): Case | null {
  const { record, options, suggestions, isStale } = at;
  const [first, ...rest] = atoms ?? [];
  if (first === undefined) throw new Error('a returned text translates a segment');
  const returned: readonly Part[] = [first, ...rest];
  const ids = new Set(returned.map(({ id }) => id));
  const ours = at.current(first.id);
  const beyond = (ours?.covers ?? []).filter(({ id }) => !ids.has(id) && !at.told.has(id));
  const kept = rest.length === 0 ? beyond.flatMap((cover) => coveredPart(cover, at) ?? []) : [];
  const parts = [...returned, ...kept];
  const matched = joined(returned);
  const scope = kept.length === 0 ? matched : joined(parts);
  if (matched === null || scope === null) return null;
  const held = parts.flatMap(({ id }) => heldOf(id, at) ?? []);
  const covers = parts.slice(1).map((part) => ({ id: part.id, madeFrom: part.matched.madeFrom }));
  const same = (ours?.covers ?? []).map(({ id }) => id).join() === covers.map(({ id }) => id).join();
  return {
    id: first.id,
    parts: parts.map(({ entry, matched: { madeFrom } }) => ({ entry, madeFrom })),
    matched,
    covers,
    scope,
    theirs: segment.target,
    state: segment.state,
    held,
    fits: same && held.length === 1 && ours !== undefined,
    ours: parts.flatMap(({ id }, index) => groupText(at.current(id)?.text, index)),
    foreign: foreignTarget(parts, held, at),
    sent: parts.flatMap(({ id }) => sentSegment(record, id) ?? []),
    sentTargets: parts.flatMap(({ id }, index) => groupText(sentSegment(record, id)?.target, index)),
    suggestions,
    options,
    isStale,
  };
}

/** A covered segment that did not come back apart: whoever saw the handoff saw the wording of it that was sent. */
function coveredPart({ id, madeFrom }: Cover, { record, hash, entryOf }: Standpoint): Part | null {
  const entry = entryOf(id);
  if (entry === undefined) return null;
  const sent = sentSegment(record, id);
  const known = [entry, ...(entry.was ?? [])].find((wording) => hash(wording) === madeFrom) ?? entry;
  const text = sent?.source ?? known.text;
  const matched = findWording(entry, sent, hash, (stored) => stored === text);
  if (matched === null) return null;
  return { id, entry, matched: sent === undefined ? { ...matched, madeFrom } : matched };
}

/** Several wordings as one: contents with a space between them, codes numbered for the group. */
function joined(parts: readonly Part[]): Matched | null {
  const [first, ...more] = parts;
  if (first === undefined || more.length === 0) return first?.matched ?? null;
  const content: Content[number][] = [];
  const codes: Codes[] = [];
  for (const [index, { matched }] of parts.entries()) {
    const own = groupContent(matched.content, index);
    if (own === null) return null;
    if (index > 0) content.push({ kind: 'text', text: ' ' });
    content.push(...own);
    codes.push(matched.codes);
  }
  const { madeFrom } = first.matched;
  return { madeFrom, text: formatContent(content), content, codes: groupCodes(codes) };
}

function heldOf(id: string, { current, record, isStale, entryOf }: Standpoint): Held | null {
  const target = current(id);
  if (target === undefined) return null;
  const madeFrom = [{ id, madeFrom: target.madeFrom }, ...(target.covers ?? [])];
  const stale = madeFrom.some((one) => {
    const entry = entryOf(one.id);
    return entry !== undefined && isStale(one.madeFrom, entry);
  });
  return { id, target, sent: sentSegment(record, id), stale };
}

/** A target of another segment that covers one of these, or one of these that translates others besides. */
function foreignTarget(
  parts: readonly Part[],
  held: readonly Held[],
  { current, holderOf, told }: Standpoint,
): Target | undefined {
  const ids = new Set(parts.map(({ id }) => id));
  for (const id of ids) {
    const holder = holderOf(id);
    if (holder !== undefined && !ids.has(holder)) return current(holder);
  }
  return held.find(({ target }) => target.covers?.some(({ id }) => !ids.has(id) && !told.has(id)))?.target;
}

function groupText(stored: string | undefined, index: number): string[] {
  if (stored === undefined || stored === '') return [];
  const content = index === 0 ? null : parseContent(stored);
  const numbered = content && groupContent(content, index);
  return [numbered === null ? stored : formatContent(numbered)];
}
