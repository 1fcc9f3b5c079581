import type { HandoffRecord, HandoffSegment, SourceEntry, Wording } from '../model/catalogue.ts';
import { type Codes, type Content, formatContent, parseContent } from '../model/content.ts';
import { comparableSource } from './wording.ts';

/** The wording of a segment that a returned target translates. */
export interface Matched {
  readonly madeFrom: string;
  /** In stored form. */
  readonly text: string;
  readonly content: Content;
  readonly codes: Codes;
}

/** What was sent of a segment, when the handoff's record is there and has it. */
export function sentSegment(record: HandoffRecord | null, id: string): HandoffSegment | undefined {
  return record !== null && Object.hasOwn(record.segments, id) ? record.segments[id] : undefined;
}

/**
 * Finds the wording for whose stored text `is` holds: the one that was sent, the current one, or the newest earlier
 * one. Null when it holds for none of them.
 */
export function findWording(
  entry: SourceEntry,
  sent: HandoffSegment | undefined,
  hash: (wording: Wording) => string,
  is: (stored: string) => boolean,
): Matched | null {
  const wordings: readonly Wording[] = [entry, ...(entry.was ?? []).toReversed()];
  if (sent !== undefined && is(sent.source)) {
    // Two wordings can differ in a link's target alone, which no file shows: the record knows which was sent.
    const known = wordings.find((wording) => hash(wording) === sent.hash);
    return matched(sent.source, known?.codes ?? entry.codes, sent.hash);
  }
  const same = wordings.find((wording) => is(wording.text));
  return same === undefined ? null : matched(same.text, same.codes, hash(same));
}

/** Finds the wording that a returned source is, as `findWording` does; white space does not count. */
export function matchSource(
  returned: Content,
  entry: SourceEntry,
  sent: HandoffSegment | undefined,
  hash: (wording: Wording) => string,
): Matched | null {
  const text = comparableSource(formatContent(returned));
  return findWording(entry, sent, hash, (stored) => comparableSource(stored) === text);
}

function matched(text: string, codes: Codes, madeFrom: string): Matched | null {
  const content = parseContent(text);
  return content === null ? null : { madeFrom, text, content, codes };
}
