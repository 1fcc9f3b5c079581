import type { CodeType } from '../model/content.ts';
import { isPunctuation, isWhiteSpace } from './markdown-characters.ts';

/** A pair of marks that a delimiter run takes part in, `size` characters at each end. */
export interface Span {
  readonly type: CodeType;
  readonly size: number;
}

/** A run of `*`, `_` or `~` (UTF-16 offsets into the block's text) and the spans that it closes and opens. */
export interface Run {
  readonly kind: 'run';
  readonly start: number;
  readonly end: number;
  readonly mark: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Spans that end here, in order, from the run's start on; null while there is none. */
  closes: Span[] | null;
  /** Spans that begin here, the innermost first, from the run's end backwards; null while there is none. */
  opens: Span[] | null;
  /** Characters that are not used yet. */
  left: number;
  before: Run | null;
  after: Run | null;
}

/** The runs that may still open or close something: a list, so that a run is taken out at once. */
export interface RunList {
  last: Run | null;
}

const EMPHASIS: Span = { type: 'emphasis', size: 1 };
const STRONG: Span = { type: 'strong', size: 2 };
const STRIKES: readonly Span[] = [
  { type: 'strikethrough', size: 1 },
  { type: 'strikethrough', size: 2 },
];
const UNDERSCORE = 95;
const TILDE = 126;

function codeBefore(text: string, at: number): number {
  if (at === 0) return -1;
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.codePointAt(at - 2)! : low;
}

/** Reads the run at `start`. https://spec.commonmark.org/0.31.2/#delimiter-run */
export function readRun(text: string, start: number): Run {
  const mark = text.charCodeAt(start);
  let end = start + 1;
  while (text.charCodeAt(end) === mark) end++;
  const before = codeBefore(text, start);
  const after = end < text.length ? text.codePointAt(end)! : -1;
  const spaceBefore = isWhiteSpace(before);
  const spaceAfter = isWhiteSpace(after);
  const markBefore = !spaceBefore && isPunctuation(before);
  const markAfter = !spaceAfter && isPunctuation(after);
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  const plain = mark !== UNDERSCORE;
  return {
    kind: 'run',
    start,
    end,
    mark,
    canOpen: left && (plain || !right || markBefore),
    canClose: right && (plain || !left || markAfter),
    closes: null,
    opens: null,
    left: end - start,
    before: null,
    after: null,
  };
}

/** Adds a run at the list's end, unless it can neither open nor close. */
export function pushRun(list: RunList, run: Run): void {
  if ((!run.canOpen && !run.canClose) || (run.mark === TILDE && run.end - run.start > 2)) return;
  run.before = list.last;
  if (list.last) list.last.after = run;
  list.last = run;
}

function takeOut(list: RunList, run: Run): void {
  if (run.before) run.before.after = run.after;
  if (run.after) run.after.before = run.before;
  else list.last = run.before;
}

/** Drops all runs after `bottom` from the list. */
export function cutRuns(list: RunList, bottom: Run | null): void {
  list.last = bottom;
  if (bottom) bottom.after = null;
}

/**
 * Joins the runs after `bottom` to spans and drops them from the list: the procedure of CommonMark's appendix,
 * near linear since what was once searched in vain is not searched again.
 * https://spec.commonmark.org/0.31.2/#process-emphasis
 */
export function joinRuns(list: RunList, bottom: Run | null): void {
  const searched = new Map<number, number>();
  let closer = firstAfter(list, bottom);
  while (closer) {
    if (!closer.canClose) {
      closer = closer.after;
      continue;
    }
    const key = searchKey(closer);
    const opener = findOpener(closer, bottom, searched.get(key) ?? 0);
    if (opener) {
      closer = joinSpan(list, opener, closer);
    } else {
      searched.set(key, closer.start);
      const next: Run | null = closer.after;
      if (!closer.canOpen) takeOut(list, closer);
      closer = next;
    }
  }
  cutRuns(list, bottom);
}

function firstAfter(list: RunList, bottom: Run | null): Run | null {
  if (bottom) return bottom.after;
  let first = list.last;
  while (first?.before) first = first.before;
  return first;
}

function searchKey(closer: Run): number {
  const size = closer.end - closer.start;
  return closer.mark * 8 + (closer.canOpen ? 4 : 0) + (closer.mark === TILDE ? size : size % 3);
}

function findOpener(closer: Run, bottom: Run | null, floor: number): Run | null {
  let run = closer.before;
  while (run && run !== bottom && run.start >= floor) {
    if (run.mark === closer.mark && run.canOpen && fits(run, closer)) return run;
    run = run.before;
  }
  return null;
}

function fits(opener: Run, closer: Run): boolean {
  const a = opener.end - opener.start;
  const b = closer.end - closer.start;
  if (closer.mark === TILDE) return a === b;
  return !(closer.canOpen || opener.canClose) || (a + b) % 3 !== 0 || (a % 3 === 0 && b % 3 === 0);
}

/** Gives the run to go on with. */
function joinSpan(list: RunList, opener: Run, closer: Run): Run | null {
  const size = closer.mark === TILDE ? closer.left : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
  const span = closer.mark === TILDE ? STRIKES[size - 1]! : size === 2 ? STRONG : EMPHASIS;
  if (opener.opens) opener.opens.push(span);
  else opener.opens = [span];
  if (closer.closes) closer.closes.push(span);
  else closer.closes = [span];
  opener.after = closer;
  closer.before = opener;
  opener.left -= size;
  closer.left -= size;
  if (opener.left === 0) takeOut(list, opener);
  if (closer.left > 0) return closer;
  const next = closer.after;
  takeOut(list, closer);
  return next;
}
