import { type Day, isSameDay } from './calendars.ts';
import type { DateFigure, Figure } from './figure.ts';
import type { Pool } from './pool.ts';

/** So many dates or times of a text are compared; more are in tables of numbers, which are compared as such. */
const MOST = 60;

interface DatePair {
  readonly one: DateFigure;
  readonly other: DateFigure;
  readonly day: Day;
  readonly there: Day;
  readonly score: number;
}

/** Finds dates that are the same, those that say most first; what both say in figures is taken. */
export function matchDates(left: Pool, right: Pool): void {
  const others = right.figures.dates.slice(0, MOST);
  const pairs = left.figures.dates
    .slice(0, MOST)
    .flatMap((one) => others.flatMap((other) => sameDays(one, other)));
  pairs.sort((a, b) => b.score - a.score);
  for (const pair of pairs) {
    const { one, other } = pair;
    if (left.read.has(one) || right.read.has(other)) continue;
    left.read.add(one);
    right.read.add(other);
    takeParts(left, right, pair);
  }
}

function sameDays(one: DateFigure, other: DateFigure): DatePair[] {
  if (one.isWeak && other.isWeak) return [];
  for (const day of one.days) {
    const there = other.days.find((candidate) => isSameDay(day, candidate));
    if (!there) continue;
    const both = (role: 'day' | 'year'): number => (one.parts[role] && other.parts[role] ? 2 : 0);
    return [
      { one, other, day, there, score: both('day') + both('year') - (one.isWeak || other.isWeak ? 1 : 0) },
    ];
  }
  return [];
}

function takeParts(left: Pool, right: Pool, { one, other, day, there }: DatePair): void {
  const isOther = day.calendar !== there.calendar;
  const [mine, theirs] = [partsBy(one, day), partsBy(other, there)];
  for (const role of ['day', 'month', 'year'] as const) {
    const [own, its] = [mine[role], theirs[role]];
    // Of several days of a month each side may have taken another one.
    if (role === 'day' && !isOther && own && its && own.values[0] !== its.values[0]) continue;
    if (own && (its || role === 'month')) left.take(own);
    if (its && (own || role === 'month')) right.take(its);
  }
}

/** The parts of a date by one of its readings: the first number of `5/3` may be the day or the month. */
function partsBy({ parts }: DateFigure, day: Day): DateFigure['parts'] {
  const isTurned =
    parts.day && parts.month && parts.day.values[0] !== day.day && parts.month.values[0] === day.day;
  if (!isTurned) return parts;
  return { ...parts, ...(parts.month && { day: parts.month }), ...(parts.day && { month: parts.day }) };
}

/** Finds times that are the same by either clock. */
export function matchTimes(left: Pool, right: Pool): void {
  const others = right.figures.times.slice(0, MOST);
  for (const one of left.figures.times.slice(0, MOST)) {
    if (one.parts.some((part) => left.isTaken(part))) continue;
    const other = others.find(
      (time) =>
        !right.read.has(time) &&
        time.minutes.some((minute) => one.minutes.includes(minute)) &&
        time.parts.every((part) => !right.isTaken(part)),
    );
    if (!other) continue;
    left.read.add(one);
    right.read.add(other);
    for (const part of one.parts) left.take(part);
    for (const part of other.parts) right.take(part);
  }
}

/** Finds numbers of the same value: by the first reading of each, or by any. */
export function matchEqual(left: Pool, right: Pool, byFirst: boolean): (readonly [Figure, Figure])[] {
  const [ones, others] = [left.open(), right.open()];
  if (ones.length === 0 || others.length === 0) return [];
  if (others.length <= FEW) return matchFew(left, right, ones, others, byFirst);
  const byKey = new Map<string | number, Queue>();
  for (const other of others) {
    for (const key of keysOf(other, byFirst)) {
      const queue = byKey.get(key);
      if (queue) queue.figures.push(other);
      else byKey.set(key, { figures: [other], next: 0 });
    }
  }
  const matched: (readonly [Figure, Figure])[] = [];
  for (const one of ones) {
    const same = keysOf(one, byFirst).flatMap((key) => nextIn(byKey.get(key), right));
    const best = same.find(({ isOptional, isNegative }) => !isOptional && isNegative === one.isNegative);
    const other = best ?? same[0];
    if (!other) continue;
    left.take(one);
    right.take(other);
    matched.push([one, other]);
  }
  return matched;
}

/** So few figures are looked through faster than they are put in order. */
const FEW = 8;

function matchFew(
  left: Pool,
  right: Pool,
  ones: readonly Figure[],
  others: readonly Figure[],
  byFirst: boolean,
): (readonly [Figure, Figure])[] {
  const matched: (readonly [Figure, Figure])[] = [];
  for (const one of ones) {
    let found: Figure | null = null;
    let isBest = false;
    for (const key of keysOf(one, byFirst)) {
      for (const other of others) {
        if (isBest || right.isTaken(other) || !keysOf(other, byFirst).includes(key)) continue;
        isBest = !other.isOptional && other.isNegative === one.isNegative;
        if (isBest || found === null) found = other;
      }
    }
    if (!found) continue;
    left.take(one);
    right.take(found);
    matched.push([one, found]);
  }
  return matched;
}

/** Figures of one value, and how many of the first are taken. */
interface Queue {
  readonly figures: Figure[];
  next: number;
}

function isTakenAt({ figures, next }: Queue, pool: Pool): boolean {
  const figure = figures[next];
  return figure !== undefined && pool.isTaken(figure);
}

/** The next figures of a queue that are not taken. */
function nextIn(queue: Queue | undefined, pool: Pool): readonly Figure[] {
  if (!queue) return [];
  const { figures } = queue;
  while (isTakenAt(queue, pool)) queue.next++;
  return figures.slice(queue.next, queue.next + MOST).filter((figure) => !pool.isTaken(figure));
}

/** What a number is found by: its values, or the parts of a code. */
function keysOf({ values, split, raw }: Figure, byFirst: boolean): readonly (string | number)[] {
  if (values.length === 0) return [split.join('.') || raw];
  return byFirst && values.length > 1 ? values.slice(0, 1) : values;
}
