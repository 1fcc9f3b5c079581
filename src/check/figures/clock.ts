import { type DateFacts, halfKey } from './cldr-dates.ts';
import { type Figure, plainFigure } from './figure.ts';
import { type Finds, matchAt, type Scan } from './scanning.ts';

const TIME = /([01]?\d|2[0-4])(?:[:։]|\s?[hH]\s?)([0-5]\d)(?::([0-5]\d))?(?!\d|:\d)/y;

/** Reads what is a time of day in digits at an offset; gives the offset after it, or null. */
export function timeAt(at: number, scan: Scan, facts: DateFacts, found: Finds): number | null {
  const time = matchAt(TIME, scan.folded.text, at);
  return time ? pushTime(time, at, scan, facts, found) : null;
}

/** A time of day; gives the offset after it. */
function pushTime(match: RegExpExecArray, at: number, scan: Scan, facts: DateFacts, found: Finds): number {
  const { folded } = scan;
  const [raw, hours = '', minutes = '', seconds] = match;
  const hour = plainFigure(hours, folded.at(at), Number(hours));
  const offset = at + raw.indexOf(minutes, hours.length);
  const parts = [hour, plainFigure(minutes, folded.at(offset), Number(minutes), minutes === '00')];
  if (seconds)
    parts.push(plainFigure(seconds, folded.at(at + raw.length - 2), Number(seconds), seconds === '00'));
  const half = halfAt(at, at + raw.length, scan, facts);
  const end = at + raw.length;
  found.times.push({
    ...{
      raw,
      start: folded.at(at),
      end: folded.at(end),
      minutes: minutesOf(Number(hours), Number(minutes), half),
    },
    ...{ parts, isWeak: false },
  });
  found.numbers.push(...parts);
  return end;
}

/** The minutes since midnight that an hour and minutes may be. */
export function minutesOf(hour: number, minutes: number, half: 'am' | 'pm' | null): readonly number[] {
  if (half !== null && hour <= 12) return [((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes];
  const own = (hour % 24) * 60 + minutes;
  return hour > 12 || hour === 0
    ? [own]
    : [own, (((hour % 12) + 12) % 24) * 60 + minutes, (hour % 12) * 60 + minutes];
}

const HALF_AFTER =
  /[\s\u00a0\u202f]{0,2}(\p{L}[.\s\u00a0\u202f]?\p{L}\.?(?!\p{L})|\p{L}[\p{L}\p{M}-]*(?: \p{L}+)?)/uy;
const HALF_BEFORE = /(\p{L}[.\s\u00a0]?\p{L}\.?|\p{L}{2,14})[\s\u00a0\u202f,]{0,2}$/u;

/** The half of the day that a word beside a time says. */
function halfAt(start: number, end: number, { folded, lexicon }: Scan, facts: DateFacts): 'am' | 'pm' | null {
  const { text } = folded;
  const after = matchAt(HALF_AFTER, text, end)?.[1] ?? '';
  const before = HALF_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[1] ?? '';
  for (const words of [after, after.split(' ')[0] ?? '', before]) {
    const half = words === '' ? undefined : facts.halves.get(halfKey(words, lexicon.subtag));
    if (half) return half;
  }
  return null;
}

/** An hour without minutes (`3 p.m.`), and minutes after a full stop (`14.30`). */
export function pushHour(
  figure: Figure,
  at: number,
  end: number,
  scan: Scan,
  facts: DateFacts,
  found: Finds,
): void {
  const [, hour, minutes] = /^([01]?\d|2[0-4])(?:\.([0-5]\d))?$/.exec(figure.raw) ?? [];
  if (hour === undefined) return;
  const half = halfAt(at, end, scan, facts);
  if (half === null && minutes === undefined) return;
  found.times.push({
    ...{ raw: figure.raw, start: figure.start, end: figure.end, parts: [figure], isWeak: true },
    minutes: minutesOf(Number(hour), Number(minutes ?? 0), half),
  });
}
