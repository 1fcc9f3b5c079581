import { figureLexiconOf } from '../../languages/figure-lexicon.ts';
import { isSameYear } from './calendars.ts';
import { dateFactsOf } from './cldr-dates.ts';
import type { Figure } from './figure.ts';
import { unitOf } from './measures.ts';
import { shareOf } from './percents.ts';
import type { Pool } from './pool.ts';
import { likeSpokenOf, spokenOf } from './spoken.ts';
import { isConversion } from './unit-table.ts';

type Matched = readonly [Figure, Figure];

const MOST = 120;

/**
 * Looks for what equal values have not found: by other ways of saying the same number. Gives the pairs whose amounts
 * are the same; others are only taken.
 */
export function retry(left: Pool, right: Pool): Matched[] {
  // Hostile input: so many numbers on both sides that have nothing in common are no translation.
  if (left.open().length > MOST || right.open().length > MOST) return [];
  const matched = pairWhere(left, right, isSameBare(left, right));
  for (const [pool, other] of [
    [left, right],
    [right, left],
  ] as const) {
    takeSplit(pool, other);
    takeTimes(pool, other);
    takeMonths(pool, other);
  }
  pairWhere(left, right, isShortYear(left, right));
  pairWhere(left, right, isOtherCalendar(left, right));
  pairWhere(left, right, isConverted(left, right));
  for (const [pool, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (other.rest().length === 0) takeConverted(pool);
    takeSpoken(pool, other);
  }
  takeSameDigits(left, right);
  return matched;
}

function pairWhere(left: Pool, right: Pool, isSame: (one: Figure, other: Figure) => boolean): Matched[] {
  const matched: Matched[] = [];
  for (const one of left.open()) {
    const other = right.open().find((candidate) => isSame(one, candidate));
    if (!other) continue;
    left.take(one);
    right.take(other);
    matched.push([one, other]);
  }
  return matched;
}

/** Where a language has no words for thousands and millions in the data, the digits alone are compared. */
function isSameBare({ text: source }: Pool, { text: target }: Pool): (one: Figure, other: Figure) => boolean {
  const [own, theirs] = [source, target].map(
    ({ locale }) => figureLexiconOf(locale).data.scales !== undefined,
  );
  return (one, other) => {
    const isScaled = one.scaleEnd > one.end;
    if (isScaled === other.scaleEnd > other.end || (isScaled ? theirs : own)) return false;
    return one.bare.some((value) => other.bare.includes(value));
  };
}

/** What looks like one number may be several: `articles 1,2`, `1/2`. */
function takeSplit(pool: Pool, other: Pool): void {
  for (const one of pool.open()) {
    if (one.split.length < 2) continue;
    const open = other.open();
    const found: Figure[] = [];
    for (const value of one.split) {
      const at = open.findIndex(({ values }) => values.includes(value));
      if (at >= 0) found.push(...open.splice(at, 1));
    }
    if (found.length < one.split.length) continue;
    pool.take(one);
    for (const figure of found) other.take(figure);
  }
}

/** `3 p.m.` is the hour 15 elsewhere. */
function takeTimes(pool: Pool, other: Pool): void {
  for (const time of pool.figures.times) {
    const [hour, minute] = time.parts;
    if (!hour || pool.read.has(time) || pool.isTaken(hour)) continue;
    const hours = time.minutes.flatMap((minutes) =>
      minutes % 60 === 0 || time.parts.length > 1 ? [Math.floor(minutes / 60)] : [],
    );
    const inTimes = new Set(other.figures.times.flatMap(({ isWeak, parts }) => (isWeak ? [] : parts)));
    const found = other.open().find((one) => !inTimes.has(one) && hours.includes(one.values[0] ?? -1));
    if (!found) continue;
    pool.take(hour);
    other.take(found);
    if (minute?.isOptional) pool.take(minute);
    pool.read.add(time);
  }
}

/** A month in digits whose name on the other side is in no list: the number of a date that was not found. */
function takeMonths(pool: Pool, other: Pool): void {
  const months = other.figures.dates.filter((date) => !other.read.has(date) && !date.parts.month);
  for (const one of pool.open()) {
    const date = months.find(({ days }) => days.some(({ month }) => month === one.values[0]));
    const isDate = date && Object.values(date.parts).every((part) => other.isTaken(part));
    if (!date || !isDate || other.read.has(date)) continue;
    pool.take(one);
    other.read.add(date);
  }
}

/** `1939–45`, `the 90s`, `’24`; and `1700s` for the 18th century. */
function isShortYear(
  { text: { plain: source } }: Pool,
  { text: { plain: target } }: Pool,
): (one: Figure, other: Figure) => boolean {
  return (one, other) => isShortFor(other, target, one, source) || isShortFor(one, source, other, target);
}

function isShortFor(short: Figure, plain: string, long: Figure, own: string): boolean {
  const [year = 0, value = 0] = [long.values[0], short.values[0]];
  if (!/^\d{4}$/.test(long.raw) || year < 1000 || year > 2100) return false;
  const isCentury = /^['’]?s(?!\p{L})/u.test(own.slice(long.end, long.end + 3)) && year % 100 === 0;
  if (isCentury && value === year / 100 + 1) return true;
  if (short.raw.length !== 2 || year % 100 !== value) return false;
  const [, century] =
    /(\d{2})\d{2}\s?[-–—/]$/.exec(plain.slice(Math.max(0, short.start - 7), short.start)) ?? [];
  if (century !== undefined) return Number(century) === Math.floor(year / 100);
  const isDecade = value % 10 === 0 && (hasEnding(own, long) || hasEnding(plain, short));
  return isDecade || /[/'’]/u.test(plain[short.start - 1] ?? '');
}

/** Whether letters end a number: `1990s`, `90-е`, `1990-ական`. */
function hasEnding(plain: string, { end }: Figure): boolean {
  return /^[-‑'’]?\p{L}/u.test(plain.slice(end, end + 2));
}

function isOtherCalendar(
  { text: source }: Pool,
  { text: target }: Pool,
): (one: Figure, other: Figure) => boolean {
  const calendars = [...dateFactsOf(source.locale).calendars, ...dateFactsOf(target.locale).calendars].filter(
    (calendar) => calendar !== 'gregory',
  );
  const isYear = ({ raw }: Figure): boolean => /^\d{3,4}$/.test(raw);
  return (one, other) =>
    isYear(one) &&
    isYear(other) &&
    calendars.some(
      (calendar) =>
        isSameYear(one.values[0] ?? 0, other.values[0] ?? 0, calendar) ||
        isSameYear(other.values[0] ?? 0, one.values[0] ?? 0, calendar),
    );
}

function isConverted(
  { text: source }: Pool,
  { text: target }: Pool,
): (one: Figure, other: Figure) => boolean {
  return (one, other) => {
    const [unit, into] = [unitOf(source, one), unitOf(target, other)];
    return (
      unit !== null && into !== null && isConversion(one.values[0] ?? 0, unit, other.values[0] ?? 0, into)
    );
  };
}

/** `10 miles (16 km)`: one of the two is enough. */
function takeConverted(pool: Pool): void {
  for (const one of pool.open()) {
    const unit = unitOf(pool.text, one);
    if (!unit) continue;
    const isSaid = pool.figures.numbers.some((figure) => {
      const own = figure !== one && pool.isTaken(figure) ? unitOf(pool.text, figure) : null;
      return own !== null && isConversion(one.values[0] ?? 0, unit, figure.values[0] ?? 0, own);
    });
    if (isSaid) pool.take(one);
  }
}

/** Numbers that the other side says in words or in other numerals. */
function takeSpoken(pool: Pool, other: Pool): void {
  const spoken = new Set(spokenOf(other.text).flatMap(({ values }) => values));
  let like: ReadonlySet<number> | null = null;
  for (const one of pool.open()) {
    const shares = shareOf(pool.text, one) !== null ? one.values.map((value) => value / 100) : [];
    const all = [...one.values, ...shares, ...centuryDecade(one)];
    const isSaid = (said: ReadonlySet<number>): boolean =>
      all.some((value) => said.has(value)) ||
      (one.split.length > 1 && said.has(one.split[1] ?? 0) && one.raw.includes('/'));
    if (isHalfMore(one, spoken)) pool.take(one);
    like = isSaid(spoken) ? like : (like ?? likeSpokenOf(other.text));
    if (isSaid(spoken) || (like !== null && isSaid(like))) pool.take(one);
  }
}

/** `1.5`, where words say one and a half. */
function isHalfMore({ values: [value = 0] }: Figure, spoken: ReadonlySet<number>): boolean {
  const whole = Math.floor(value);
  return value - whole === 0.5 && spoken.has(0.5) && (whole <= 1 || spoken.has(whole));
}

/** A year that ends in a zero may be a decade in words: the nineties. */
function centuryDecade({ raw, values: [value = 0] }: Figure): number[] {
  return /^\d{3}0$/.test(raw) && value % 100 > 0 ? [value % 100] : [];
}

/** The same digits with other marks between them: numbers of telephones, accounts and documents. */
function takeSameDigits(left: Pool, right: Pool): void {
  const [ones, others] = [left.rest(), right.rest()];
  const digits = (figures: readonly Figure[]): string =>
    figures.map(({ raw }) => raw.replace(/\D/gu, '')).join('');
  if (ones.length === others.length || digits(ones).length < 6 || digits(ones) !== digits(others)) return;
  for (const one of ones) left.take(one);
  for (const other of others) right.take(other);
}
