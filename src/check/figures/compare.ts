import { figureLexiconOf } from '../../languages/figure-lexicon.ts';
import type { Pair } from '../rule.ts';
import { perText, type Text } from '../text.ts';
import { isSameDay } from './calendars.ts';
import type { DateFigure, Figure, TimeFigure } from './figure.ts';
import { matchDates, matchEqual, matchTimes } from './match.ts';
import { Pool } from './pool.ts';
import { figuresOf, hasDigits } from './read.ts';
import { retry } from './retry.ts';
import { hasMinusWord, isLettered, mayNameMonth } from './spoken.ts';

/** What differs in the figures of a pair, and what is the same. */
export interface Comparison {
  readonly missing: readonly Figure[];
  readonly added: readonly Figure[];
  /** A figure of the source, and the one that seems to stand for it. */
  readonly changed: readonly (readonly [Figure, Figure])[];
  /** Numbers that are the same. */
  readonly matched: readonly (readonly [Figure, Figure])[];
  /** How many numbers, dates and times of the source were found. */
  readonly count: number;
  readonly dates: readonly (readonly [DateFigure, DateFigure])[];
  /** Dates of the source whose month the target does not have. */
  readonly monthless: readonly DateFigure[];
  readonly times: readonly (readonly [TimeFigure, TimeFigure])[];
  /** Whether small numbers could stand in words that are not known. */
  readonly isUnsure: boolean;
}

/** What a target was compared with last, and what came of it. */
const lastOf: (target: Text) => { source: Text | null; found: Comparison | null } = perText(() => ({
  source: null,
  found: null,
}));

/** Compares the figures of a pair; null where there are none on either side. */
export function compareFigures({ source, target }: Pick<Pair, 'source' | 'target'>): Comparison | null {
  const last = lastOf(target);
  if (last.source !== source) {
    last.found = compareTexts(source, target);
    last.source = source;
  }
  return last.found;
}

/** Compares the figures of a source and a target; null where there are none on either side. */
function compareTexts(source: Text, target: Text): Comparison | null {
  const own = figuresOf(source);
  if (own.numbers.length === 0 && own.dates.length === 0 && !hasDigits(target)) return null;
  const theirs = figuresOf(target);
  const left = new Pool(source, own);
  const right = new Pool(target, theirs);
  matchDates(left, right);
  matchTimes(left, right);
  const matched = [...matchEqual(left, right, true), ...matchEqual(left, right, false)];
  if (left.hasRest() || right.hasRest()) matched.push(...retry(left, right));
  const rest = pairRest(left, right);
  const signs = matched.filter(([one, other]) => isSignLost(one, other, source, target));
  return {
    missing: rest.missing,
    added: rest.added,
    changed: signs.length === 0 ? rest.changed : [...rest.changed, ...signs],
    matched,
    count: left.count(),
    dates: pairUnmatched(left.openDates(), right.openDates(), isOtherDay),
    monthless: monthless(left, right),
    times: pairUnmatched(left.openTimes(), right.openTimes(), () => true),
    isUnsure:
      isLettered(source) ||
      isLettered(target) ||
      !(figureLexiconOf(target.locale).knowsNumbers && figureLexiconOf(source.locale).knowsNumbers),
  };
}

function isSignLost(one: Figure, other: Figure, source: Text, target: Text): boolean {
  if (one.isNegative === other.isNegative) return false;
  const [text, figure] = one.isNegative ? [target, other] : [source, one];
  return (
    !/[-–−]\s?$/u.test(text.plain.slice(Math.max(0, figure.start - 2), figure.start)) && !hasMinusWord(text)
  );
}

/** What is left: pairs of one on each side are changes. What may be said otherwise counts only against its like. */
function pairRest(left: Pool, right: Pool): Pick<Comparison, 'missing' | 'added' | 'changed'> {
  const [missing, added] = [left.rest(), right.rest()];
  const changed: (readonly [Figure, Figure])[] = [];
  while (missing.length > 0 && added.length > 0) {
    const [one, other] = [missing.shift(), added.shift()];
    if (one && other) changed.push([one, other]);
  }
  const [names, others] = [left.names(), right.names()];
  const take = (list: Figure[], kind: Figure['kind'] | null): Figure | undefined => {
    const at = list.findIndex((figure) => kind === null || figure.kind === kind);
    return at < 0 ? undefined : list.splice(at, 1)[0];
  };
  for (const one of names) {
    const other = take(others, one.kind) ?? (one.isOptional ? undefined : take(added, null));
    if (other && !(one.isOptional && other.isOptional)) changed.push([one, other]);
  }
  for (const one of [...missing]) {
    const other = take(
      others.filter(({ isOptional }) => !isOptional),
      null,
    );
    if (!other) continue;
    others.splice(others.indexOf(other), 1);
    missing.splice(missing.indexOf(one), 1);
    changed.push([one, other]);
  }
  return { missing, added, changed };
}

function isOtherDay(one: DateFigure, other: DateFigure): boolean {
  return one.days.every((day) => other.days.every((there) => !isSameDay(day, there)));
}

/** Pairs what is left on both sides, in order. */
function pairUnmatched<T>(
  ones: readonly T[],
  others: readonly T[],
  differ: (one: T, other: T) => boolean,
): (readonly [T, T])[] {
  return ones.flatMap((one, at): (readonly [T, T])[] => {
    const other = others[at];
    return other !== undefined && differ(one, other) ? [[one, other]] : [];
  });
}

/** Dates whose day or year the target has, but no month in any form. */
function monthless(left: Pool, right: Pool): readonly DateFigure[] {
  const { text, figures } = right;
  if (figures.dates.length > 0) return [];
  const found = left.openDates().filter(({ parts, days }) => {
    const { day, year } = parts;
    const isFound = [day, year].some((part) => part && left.isTaken(part));
    return isFound && days.length === 1 && days[0]?.calendar === 'gregory' && !parts.month;
  });
  return found.length === 0 || mayNameMonth(text) ? [] : found;
}
