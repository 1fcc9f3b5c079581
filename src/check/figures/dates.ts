import { wordKey } from '../../languages/figure-lexicon.ts';
import type { Text } from '../text.ts';
import type { Day } from './calendars.ts';
import { type DateFacts, dateFactsOf } from './cldr-dates.ts';
import { type DateFigure, type Figure, fits } from './figure.ts';
import { type MonthWord, monthWordsOf } from './spoken.ts';

/** The dates of a text whose months are named, with the figures that belong to them. */
export function namedDates(
  text: Text,
  numbers: readonly Figure[],
  taken: readonly DateFigure[],
): DateFigure[] {
  const facts = dateFactsOf(text.locale);
  const used = new Set(taken.flatMap(({ parts }) => Object.values(parts)));
  return monthWordsOf(text).map((month) => dateOf(text, month, numbers, used, facts));
}

function dateOf(
  text: Text,
  word: MonthWord,
  numbers: readonly Figure[],
  used: Set<Figure>,
  facts: DateFacts,
): DateFigure {
  const { plain, subtag } = text;
  const isFree = (figure: Figure): boolean =>
    !used.has(figure) && /^\d{1,4}$/.test(figure.raw) && figure.scaleEnd === figure.end;
  const isNear = (gap: string, afterDigits: boolean, isNext: boolean): boolean =>
    isGap(gap, afterDigits, facts, subtag) || (isNext && RANGE.test(gap));
  const before: Figure[] = [];
  const after: Figure[] = [];
  let edge = word.start;
  for (let at = lastBefore(numbers, word.start); at >= 0 && before.length < 2; at--) {
    const figure = numbers[at];
    if (!figure || !isFree(figure) || !isNear(plain.slice(figure.end, edge), true, edge !== word.start))
      break;
    before.push(figure);
    edge = figure.start;
  }
  edge = word.end;
  for (let at = lastBefore(numbers, word.start) + 1; at < numbers.length && after.length < 3; at++) {
    const figure = numbers[at];
    const isNext = edge !== word.end;
    if (!figure || !isFree(figure) || !isNear(plain.slice(edge, figure.start), isNext, isNext)) break;
    after.push(figure);
    edge = figure.end;
  }
  return withParts(plain, word, before, after, facts, used);
}

/** The last number that ends before an offset. */
function lastBefore(numbers: readonly Figure[], start: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function withParts(
  plain: string,
  { start, end, month }: MonthWord,
  before: readonly Figure[],
  after: readonly Figure[],
  facts: DateFacts,
  used: Set<Figure>,
): DateFigure {
  const day = dayOf(before, after, facts);
  const isYear = (figure: Figure): boolean =>
    figure !== day && yearOf(figure, plain, month.calendar) !== null;
  const year = after.find(isYear) ?? before.find(isYear);
  const parts = { ...(day && { day }), ...(year && { year }) };
  const all = Object.values(parts);
  for (const figure of all) used.add(figure);
  const from = Math.min(start, ...all.map((figure) => figure.start));
  const to = Math.max(end, ...all.map((figure) => figure.end));
  const said: Day = {
    ...{ calendar: month.calendar, month: month.month, day: day?.values[0] ?? null },
    year: year ? yearOf(year, plain, month.calendar) : null,
  };
  const days = [said, ...otherDays(day, before, after, plain).map((other) => ({ ...said, day: other }))];
  return {
    raw: plain.slice(from, to),
    start: from,
    end: to,
    days,
    parts,
    isWeak: !month.full && all.length === 0,
  };
}

function dayOf(
  before: readonly Figure[],
  after: readonly Figure[],
  { dayAfter }: DateFacts,
): Figure | undefined {
  const isDay = (figure: Figure | undefined): figure is Figure =>
    figure !== undefined &&
    figure.raw.length <= 2 &&
    (figure.values[0] ?? 0) >= 1 &&
    (figure.values[0] ?? 0) <= 31;
  if (isDay(before[0])) return before[0];
  return dayAfter && isDay(after[0]) ? after[0] : undefined;
}

/** The other days of `5–7 March`, `March 5 and 7`. */
function otherDays(
  day: Figure | undefined,
  before: readonly Figure[],
  after: readonly Figure[],
  plain: string,
): number[] {
  const all = [...before, ...after];
  return all.flatMap((one) => {
    const value = one.values[0] ?? 0;
    if (!day || one === day || one.raw.length > 2 || value < 1 || value > 31) return [];
    const between = one.start < day.start ? plain.slice(one.end, day.start) : plain.slice(day.end, one.start);
    return RANGE.test(between) ? [value] : [];
  });
}

const RANGE = /^\.?\s?(?:[-–—]|\p{L}{1,4}|,)\s?$/u;

function yearOf(figure: Figure, plain: string, calendar: Day['calendar']): number | null {
  const value = figure.values[0] ?? 0;
  if (figure.raw.length === 2) return /['’]/u.test(plain[figure.start - 1] ?? '') ? value : null;
  return figure.raw.length >= 3 && fits(value, calendar) ? value : null;
}

const SUFFIX = /^(?:[-–]?\p{L}{1,6}(?!\p{L})|['’]\p{L}{1,4}(?!\p{L})|[º°ª.]|\(\p{L}{1,3}\))/u;

/** Whether nothing stands between two parts of a date but what may: marks, an ending of the digits, words like `of`. */
function isGap(gap: string, isAfterDigits: boolean, { fillers }: DateFacts, subtag: string): boolean {
  if (gap.length > 26) return false;
  const rest = isAfterDigits ? gap.replace(SUFFIX, '') : gap;
  if (/[^\p{L}\p{M}\s.,،'’׳॰()/\-–\u200e\u200f\u061c]/u.test(rest)) return false;
  return (rest.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => {
    const key = wordKey(word, subtag);
    return fillers.has(key);
  });
}
