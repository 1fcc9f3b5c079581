import {
  type HandoffSegment,
  type Origin,
  reaches,
  type SourceEntry,
  type State,
  type Suggestion,
  type Target,
} from '../model/catalogue.ts';
import { compareCodes } from '../model/codes.ts';
import { type Content, hasText } from '../model/content.ts';
import type { RejectReason } from '../model/transfer.ts';
import type { Matched } from './match.ts';
import { cleanTarget, comparableSource, hasLetters, sameTarget, storedForm } from './wording.ts';

/** What the person who imports has decided. */
export interface AcceptOptions {
  readonly by?: string;
  readonly origin: Origin;
  /** Whether to believe the states in the file. */
  readonly acceptState: boolean;
  /** Whether a target equal to its source is a translation. */
  readonly acceptSame: boolean;
}

/** Everything known of one returned segment whose source has been found. */
export interface Case {
  readonly entry: SourceEntry;
  readonly matched: Matched;
  readonly theirs: Content | null;
  readonly state: State | null;
  readonly ours: Target | undefined;
  /** The target of another segment that translates this one too. */
  readonly coveredBy: Target | undefined;
  readonly sent: HandoffSegment | undefined;
  readonly suggestions: readonly Suggestion[];
  readonly options: AcceptOptions;
  readonly isStale: (madeFrom: string, entry: SourceEntry) => boolean;
}

/** What becomes of one returned segment. */
export type Verdict =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'apply'; readonly target: Target; readonly stale: boolean }
  | { readonly kind: 'suggest'; readonly suggestion: Suggestion; readonly ours: string }
  | { readonly kind: 'reject'; readonly reason: RejectReason; readonly codes: readonly string[] };

const UNCHANGED: Verdict = { kind: 'unchanged' };

/** Decides by the three-way comparison of what came back, what we have, and what was sent. */
export function judge(it: Case): Verdict {
  const content = cleanTarget(it.theirs ?? []);
  if (isEmpty(content, it.matched)) return nothingReturned(it);
  const { text, badCodes } = storedForm(content);
  if (badCodes.length > 0) return { kind: 'reject', reason: 'codes-invented', codes: badCodes };
  if (it.ours !== undefined && sameTarget(text, it.ours.text)) return confirmOrLeave(it, it.ours);
  if (it.sent?.target !== undefined && sameTarget(text, it.sent.target)) return UNCHANGED;
  if (isSource(text, it)) return nothingReturned(it);
  const broken = brokenCodes(content, it.matched);
  if (broken !== null) return broken;
  const offered = offer(text, it);
  if (it.coveredBy !== undefined) return suggest(offered, 'conflict', it.coveredBy.text, it);
  return it.ours === undefined ? apply(offered, it) : weigh(offered, it.ours, it);
}

function isEmpty(content: Content, matched: Matched): boolean {
  return content.length === 0 || (!hasText(content) && hasText(matched.content));
}

function nothingReturned(it: Case): Verdict {
  return it.ours === undefined && it.coveredBy === undefined ? { kind: 'missing' } : UNCHANGED;
}

// A tool that leaves the source in the target has translated nothing, unless it says so or there is nothing to say.
function isSource(text: string, it: Case): boolean {
  if (it.options.acceptSame || isRaised(it) || !hasLetters(it.matched.content)) return false;
  return comparableSource(text) === comparableSource(it.matched.text);
}

function isRaised(it: Case): boolean {
  return it.state !== null && it.state !== sentState(it) && reaches(it.state, sentState(it));
}

function sentState({ sent, ours, entry, isStale }: Case): State {
  if (sent !== undefined) return sent.state ?? 'initial';
  return ours === undefined || isStale(ours.madeFrom, entry) ? 'initial' : ours.state;
}

// The same text: with its state raised, and states believed, somebody has looked at it and says that it is right.
function confirmOrLeave(it: Case, ours: Target): Verdict {
  if (!it.options.acceptState || it.state === null || !isRaised(it)) return UNCHANGED;
  if (it.isStale(ours.madeFrom, it.entry)) {
    if (it.isStale(it.matched.madeFrom, it.entry)) return UNCHANGED;
    const target = { ...ours, state: it.state, madeFrom: it.matched.madeFrom };
    return { kind: 'apply', target, stale: false };
  }
  if (reaches(ours.state, it.state)) return UNCHANGED;
  return { kind: 'apply', target: { ...ours, state: it.state }, stale: false };
}

function brokenCodes(content: Content, matched: Matched): Verdict | null {
  const { lost, invented, nesting } = compareCodes(matched.content, content, matched.codes);
  if (lost.length > 0) return { kind: 'reject', reason: 'codes-lost', codes: lost };
  if (invented.length > 0) return { kind: 'reject', reason: 'codes-invented', codes: invented };
  return nesting.length > 0 ? { kind: 'reject', reason: 'codes-nesting', codes: nesting } : null;
}

function offer(text: string, { options, state, matched }: Case): Target {
  const { by, origin } = options;
  return {
    text,
    state: options.acceptState ? (state ?? 'translated') : 'translated',
    origin,
    ...(by === undefined ? {} : { by }),
    madeFrom: matched.madeFrom,
  };
}

// We have another text. Theirs takes its place only where ours is no newer than what they worked from.
function weigh(offered: Target, ours: Target, it: Case): Verdict {
  const untouched = it.sent?.target !== undefined && sameTarget(ours.text, it.sent.target);
  if (!untouched && ours.was?.some((past) => sameTarget(past.text, offered.text))) return UNCHANGED;
  const oursStale = it.isStale(ours.madeFrom, it.entry);
  const theirsStale = it.isStale(offered.madeFrom, it.entry);
  if (theirsStale && !oursStale) return suggest(offered, 'stale', ours.text, it);
  const yields =
    it.sent === undefined
      ? (oursStale && !theirsStale) || (isDraft(ours) && offered.origin === 'human')
      : untouched && !isApprovedSince(ours, it.sent);
  return yields ? apply(offered, it) : suggest(offered, 'conflict', ours.text, it);
}

function isDraft({ origin, state }: Target): boolean {
  return (origin === 'machine' || origin === 'pseudo') && !reaches(state, 'reviewed');
}

// A stale target is sent in state initial whatever it had, so that state alone proves nothing; but one made from the
// very wording that was sent was not stale then, or has been confirmed since.
function isApprovedSince(ours: Target, sent: HandoffSegment): boolean {
  if (!reaches(ours.state, 'reviewed') || reaches(sent.state ?? 'initial', 'reviewed')) return false;
  return sent.state !== 'initial' || ours.madeFrom === sent.hash;
}

function apply(offered: Target, it: Case): Verdict {
  const { ours } = it;
  const stale = it.isStale(offered.madeFrom, it.entry);
  if (ours === undefined) return { kind: 'apply', target: offered, stale };
  const { was = [], covers, comments, ...past } = ours;
  const target: Target = {
    ...offered,
    was: [...was, past],
    ...(covers === undefined ? {} : { covers }),
    ...(comments === undefined ? {} : { comments }),
  };
  return { kind: 'apply', target, stale };
}

function suggest(offered: Target, reason: Suggestion['reason'], ours: string, it: Case): Verdict {
  const known = it.suggestions.some(
    ({ text, madeFrom }) => madeFrom === offered.madeFrom && sameTarget(text, offered.text),
  );
  if (known) return UNCHANGED;
  const base = it.sent?.target;
  const suggestion: Suggestion = { ...offered, ...(base === undefined ? {} : { base }), reason };
  return { kind: 'suggest', suggestion, ours };
}

/** Keeps the target of a segment that is no longer in the document, where it is new. */
export function judgeRetired(it: Case): Verdict {
  const content = cleanTarget(it.theirs ?? []);
  const { text, badCodes } = storedForm(content);
  const broken = badCodes.length > 0 || brokenCodes(content, it.matched) !== null;
  if (isEmpty(content, it.matched) || broken || isSource(text, it)) return UNCHANGED;
  const before = [it.ours, ...(it.ours?.was ?? []), ...it.suggestions].flatMap((past) => past?.text ?? []);
  if (it.sent?.target !== undefined) before.push(it.sent.target);
  if (before.some((past) => sameTarget(past, text))) return UNCHANGED;
  return suggest(offer(text, it), 'stale', it.ours?.text ?? '', it);
}
