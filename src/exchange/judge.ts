import {
  type Cover,
  type HandoffSegment,
  type Origin,
  type PastTarget,
  reaches,
  type SourceEntry,
  STATES,
  type State,
  type Suggestion,
  type Target,
} from '../model/catalogue.ts';
import { compareCodes } from '../model/codes.ts';
import { type Codes, type Content, hasText } from '../model/content.ts';
import { coveredHistory, historyWith } from '../model/past.ts';
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

/** A wording of a segment that a target is made from, to be compared with the current one. */
export interface MadeFrom {
  readonly entry: SourceEntry;
  readonly madeFrom: string;
}

/** A target of ours that a returned text would replace. */
export interface Held {
  readonly id: string;
  readonly target: Target;
  /** What was sent of the segment that holds it. */
  readonly sent: HandoffSegment | undefined;
  /** Whether it is stale, for its own segment or for one that it covers. */
  readonly stale: boolean;
}

/** Everything known of one returned text whose source segments have been found. */
export interface Case {
  /** The first of them: it holds the target. */
  readonly id: string;
  /** The source segments that it translates: their wordings as returned. */
  readonly parts: readonly MadeFrom[];
  /** Those wordings as one: as they came back. */
  readonly matched: Matched;
  /** The segments after the first that the text would cover. */
  readonly covers: readonly Cover[];
  /** What its codes must be: those of all these segments. */
  readonly scope: { readonly content: Content; readonly codes: Codes };
  readonly theirs: Content | null;
  readonly state: State | null;
  /** Our targets of these segments, that of the first one first; none where all are missing. */
  readonly held: readonly Held[];
  /** Whether our one target translates these very segments. */
  readonly fits: boolean;
  /** Our targets of these segments as texts of the group. */
  readonly ours: readonly string[];
  /** A target of ours that cannot yield: another segment's, or one that translates further segments. */
  readonly foreign: Target | undefined;
  /** What was sent of these segments, as far as it is known. */
  readonly sent: readonly HandoffSegment[];
  /** What was sent as their targets, as texts of the group. */
  readonly sentTargets: readonly string[];
  readonly suggestions: readonly Suggestion[];
  readonly options: AcceptOptions;
  readonly isStale: (madeFrom: string, entry: SourceEntry) => boolean;
}

/** What becomes of one returned text. */
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
  const [ours] = it.held;
  if (ours !== undefined && it.fits && sameTarget(text, ours.target.text)) return confirmOrLeave(it, ours);
  // Our own division of the same text is the finer one.
  if (sameAsOne(text, it.ours) || sameAsOne(text, it.sentTargets)) return UNCHANGED;
  if (isSource(text, it)) return nothingReturned(it);
  const broken = brokenCodes(content, it);
  if (broken !== null) return broken;
  const offered = offer(text, it);
  if (it.foreign !== undefined) return suggest(offered, 'conflict', it.foreign.text, it);
  return ours === undefined ? apply(offered, it) : weigh(offered, ours, it);
}

// Several targets as one text: with a space between them or, in languages that have none there, without.
function sameAsOne(text: string, targets: readonly string[]): boolean {
  if (targets.length === 0) return false;
  return sameTarget(text, targets.join(' ')) || (targets.length > 1 && sameTarget(text, targets.join('')));
}

function asOne(targets: readonly string[]): string | undefined {
  return targets.length === 0 ? undefined : targets.join(' ');
}

function isEmpty(content: Content, matched: Matched): boolean {
  return content.length === 0 || (!hasText(content) && hasText(matched.content));
}

function nothingReturned(it: Case): Verdict {
  return it.held.length === 0 && it.foreign === undefined ? { kind: 'missing' } : UNCHANGED;
}

// A tool that leaves the source in the target has translated nothing, unless it says so or there is nothing to say.
function isSource(text: string, it: Case): boolean {
  if (it.options.acceptSame || isRaised(it) || !hasLetters(it.matched.content)) return false;
  const [one, other] = [text, it.matched.text].map(comparableSource);
  if (it.parts.length === 1) return one === other;
  return one?.replaceAll(' ', '') === other?.replaceAll(' ', '');
}

function isRaised(it: Case): boolean {
  const before = sentState(it);
  return it.state !== null && it.state !== before && reaches(it.state, before);
}

function sentState({ sent, held }: Case): State {
  const states =
    sent.length > 0
      ? sent.map(({ state }) => state ?? 'initial')
      : held.map(({ target, stale }) => (stale ? 'initial' : target.state));
  return STATES[Math.max(0, ...states.map((state) => STATES.indexOf(state)))] ?? 'initial';
}

// The same text: with its state raised, and states believed, somebody has looked at it and says that it is right.
function confirmOrLeave(it: Case, { target: ours, stale }: Held): Verdict {
  if (!it.options.acceptState || it.state === null || !isRaised(it)) return UNCHANGED;
  if (stale ? theirsStale(it) : reaches(ours.state, it.state)) return UNCHANGED;
  const { was: _was, comments, import: _import, ...rest } = ours;
  const renewed = stale ? { madeFrom: it.matched.madeFrom, ...coversField(it.covers) } : {};
  const target: Target = {
    ...rest,
    ...renewed,
    state: it.state,
    was: historyWith(ours),
    ...(comments === undefined ? {} : { comments }),
  };
  return { kind: 'apply', target, stale: false };
}

function theirsStale({ parts, isStale }: Case): boolean {
  return parts.some(({ madeFrom, entry }) => isStale(madeFrom, entry));
}

function brokenCodes(content: Content, { scope }: Case): Verdict | null {
  const { lost, invented, nesting } = compareCodes(scope.content, content, scope.codes);
  if (lost.length > 0) return { kind: 'reject', reason: 'codes-lost', codes: lost };
  if (invented.length > 0) return { kind: 'reject', reason: 'codes-invented', codes: invented };
  return nesting.length > 0 ? { kind: 'reject', reason: 'codes-nesting', codes: nesting } : null;
}

function offer(text: string, { options, state, matched, covers }: Case): PastTarget {
  const { by, origin } = options;
  return {
    text,
    state: options.acceptState ? (state ?? 'translated') : 'translated',
    origin,
    ...(by === undefined ? {} : { by }),
    madeFrom: matched.madeFrom,
    ...coversField(covers),
  };
}

function coversField(covers: readonly Cover[]): { readonly covers?: readonly Cover[] } {
  return covers.length === 0 ? {} : { covers };
}

// We have another text. Theirs takes its place only where ours is no newer than what they worked from.
function weigh(offered: PastTarget, ours: Held, it: Case): Verdict {
  const untouched = it.held.every(
    ({ target, sent }) => sent?.target !== undefined && sameTarget(target.text, sent.target),
  );
  if (!untouched && ours.target.was?.some((past) => sameTarget(past.text, offered.text))) return UNCHANGED;
  const oursStale = it.held.every(({ stale }) => stale);
  const stale = theirsStale(it);
  const shown = asOne(it.ours) ?? ours.target.text;
  if (stale && !oursStale) return suggest(offered, 'stale', shown, it);
  const yields =
    it.sent.length === 0
      ? (oursStale && !stale) ||
        (it.held.every(({ target }) => isDraft(target)) && offered.origin === 'human')
      : untouched && !it.held.some(isApprovedSince);
  return yields ? apply(offered, it) : suggest(offered, 'conflict', shown, it);
}

function isDraft({ origin, state }: Target): boolean {
  return (origin === 'machine' || origin === 'pseudo') && !reaches(state, 'reviewed');
}

// A stale target is sent in state initial whatever it had, so that state alone proves nothing; but one made from the
// very wording that was sent was not stale then, or has been confirmed since.
function isApprovedSince({ target, sent }: Held): boolean {
  if (!reaches(target.state, 'reviewed') || reaches(sent?.state ?? 'initial', 'reviewed')) return false;
  return sent?.state !== 'initial' || target.madeFrom === sent.hash;
}

function apply(offered: PastTarget, it: Case): Verdict {
  // The own targets of the segments that are covered from now on go where they are covered.
  const was = it.held.flatMap(({ id, target }) =>
    id === it.id ? historyWith(target) : coveredHistory(id, target),
  );
  const comments = it.held.flatMap(({ target }) => target.comments ?? []);
  const target: Target = {
    ...offered,
    ...(was.length === 0 ? {} : { was }),
    ...(comments.length === 0 ? {} : { comments }),
  };
  return { kind: 'apply', target, stale: theirsStale(it) };
}

function suggest(offered: PastTarget, reason: 'conflict' | 'stale', ours: string, it: Case): Verdict {
  const known = it.suggestions.some(
    (one) =>
      one.reason !== 'undone' && one.madeFrom === offered.madeFrom && sameTarget(one.text, offered.text),
  );
  if (known) return UNCHANGED;
  const { covers, ...rest } = offered;
  const base = asOne(it.sentTargets);
  const suggestion: Suggestion = {
    ...rest,
    ...(base === undefined ? {} : { base }),
    reason,
    ...(covers === undefined ? {} : { covers }),
  };
  return { kind: 'suggest', suggestion, ours };
}

/** Keeps a text, where it is new, of segments that are no longer in the document or no longer side by side in a unit. */
export function judgeScattered(it: Case): Verdict {
  const content = cleanTarget(it.theirs ?? []);
  const { text, badCodes } = storedForm(content);
  const broken = badCodes.length > 0 || brokenCodes(content, it) !== null;
  if (isEmpty(content, it.matched) || broken || isSource(text, it)) return UNCHANGED;
  const before = [...it.held.flatMap(({ target }) => [target, ...(target.was ?? [])]), ...it.suggestions]
    .filter((past) => !('reason' in past && past.reason === 'undone'))
    .map((past) => past.text);
  if (sameAsOne(text, it.sentTargets) || before.some((past) => sameTarget(past, text))) return UNCHANGED;
  return suggest(offer(text, it), 'stale', asOne(it.ours) ?? '', it);
}
