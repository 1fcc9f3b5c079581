import type { Day } from './calendars.ts';
import { minutesOf } from './clock.ts';
import { type DateFigure, type Figure, plainFigure, type TimeFigure } from './figure.ts';
import type { Folded } from './fold.ts';
import { HAN, readHan } from './numerals.ts';

const NUMBER = `(?:(?<![\\d.,])\\d{1,4}|[${HAN}]{1,7}|元)`;
const ERA = '令和|平成|昭和|大正|明治|民國|民国';
const DATE = new RegExp(
  `(?:(${ERA})\\s?)?(${NUMBER})\\s?[年년](?!代)(?:\\s?(${NUMBER})\\s?[月월](?:\\s?(${NUMBER})\\s?[日號号일])?)?|(${NUMBER})\\s?[月월]\\s?(?:(${NUMBER})\\s?[日號号일])?`,
  'gu',
);
const DECADE = new RegExp(`(${NUMBER})\\s?世[紀纪]\\s?(${NUMBER})\\s?年代`, 'gu');
const TIME = new RegExp(
  `(上午|下午|午前|午後|오전|오후|凌晨|早上|晚上)?\\s?(${NUMBER})\\s?(?:[点點時时시](?![間间代])|:)\\s?(?:(${NUMBER})\\s?[分분]?|(半))?`,
  'gu',
);
const YEAR_ONE: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
};

/** Dates and times as Chinese, Japanese and Korean write them, with the figures in them and the stretches they take. */
export interface HanFigures {
  readonly dates: readonly DateFigure[];
  readonly times: readonly TimeFigure[];
  readonly numbers: readonly Figure[];
  /** By offset into the folded text, whether it is one of theirs. */
  readonly taken: Uint8Array;
}

/** Reads the dates and times of a folded text in one of these languages. Linear in its length. */
export function hanFigures(folded: Folded): HanFigures {
  const { text } = folded;
  const found: Finds = { dates: [], times: [], numbers: [], taken: new Uint8Array(text.length) };
  if (!/[年月년월点點時时시紀纪]/u.test(text)) return found;
  for (const match of text.matchAll(DECADE)) {
    const century = numeralOf(match[1] ?? '');
    const decade = numeralOf(match[2] ?? '');
    found.taken.fill(1, match.index, match.index + match[0].length);
    const own = plainFigure(match[0], folded.at(match.index), (century - 1) * 100 + decade);
    found.numbers.push({ ...own, split: [century, decade], isOptional: !/\d/.test(match[0]) });
  }
  for (const match of text.matchAll(DATE)) if (!found.taken[match.index]) pushDate(match, folded, found);
  for (const match of text.matchAll(TIME)) if (!found.taken[match.index]) pushTime(match, folded, found);
  return found;
}

function numeralOf(raw: string): number {
  if (raw === '元') return 1;
  return /^\d/.test(raw) ? Number(raw) : (readHan(raw)[0] ?? 0);
}

interface Finds {
  readonly dates: DateFigure[];
  readonly times: TimeFigure[];
  readonly numbers: Figure[];
  readonly taken: Uint8Array;
}

function pushDate(match: RegExpMatchArray, folded: Folded, found: Finds): void {
  const [raw, era, years, months, days, month = months, day = days] = match;
  const at = match.index ?? 0;
  // What is written in characters is read, but not missed on the other side: 一年 may be "a year".
  const figure = (part: string | undefined, value: number, isOptional = false): Figure | null => {
    if (part === undefined) return null;
    return plainFigure(part, folded.at(at + raw.indexOf(part)), value, isOptional || !/\d/.test(part));
  };
  const year = years === undefined ? null : numeralOf(years) + (era ? (YEAR_ONE[era] ?? 0) : 0);
  const parts = {
    year: figure(years, year ?? 0),
    month: figure(month, numeralOf(month ?? ''), numeralOf(month ?? '') <= 12),
    day: figure(day, numeralOf(day ?? '')),
  };
  found.taken.fill(1, at, at + raw.length);
  found.numbers.push(...Object.values(parts).flatMap((part) => part ?? []));
  const number = month === undefined ? null : numeralOf(month);
  if (number === null || number < 1 || number > 12) return;
  const said: Day = {
    calendar: 'gregory',
    year,
    month: number,
    day: day === undefined ? null : numeralOf(day),
  };
  const start = folded.at(at);
  const [y, m, d] = [parts.year, parts.month, parts.day];
  found.dates.push({
    ...{ raw, start, end: folded.at(at + raw.length), days: [said], isWeak: false },
    parts: { ...(y && { year: y }), ...(m && { month: m }), ...(d && { day: d }) },
  });
}

function pushTime(match: RegExpMatchArray, folded: Folded, found: Finds): void {
  const [raw, period = '', hours = '', minutes, half] = match;
  const at = match.index ?? 0;
  const hour = numeralOf(hours);
  const minute = half ? 30 : numeralOf(minutes ?? '');
  if (hour > 24 || minute > 59 || (!/\d/.test(raw) && period === '')) return;
  const isLate = /下午|午後|오후|晚上/u.test(period);
  const parts = [
    plainFigure(hours, folded.at(at + raw.indexOf(hours, period.length)), hour, !/\d/.test(hours)),
  ];
  if (minutes) {
    const place = folded.at(at + raw.lastIndexOf(minutes));
    parts.push(plainFigure(minutes, place, minute, minutes === '00' || !/\d/.test(minutes)));
  }
  found.taken.fill(1, at, at + raw.length);
  found.numbers.push(...parts);
  found.times.push({
    ...{ raw, start: folded.at(at), end: folded.at(at + raw.length), parts, isWeak: false },
    minutes: minutesOf(hour, minute, period === '' ? null : isLate ? 'pm' : 'am'),
  });
}
