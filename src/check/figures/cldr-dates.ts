import type { Calendar } from '../../languages/figure-language.ts';
import { type FigureLexicon, figureKey, figureLexiconOf, wordList } from '../../languages/figure-lexicon.ts';
import { isKnown } from './cldr-numbers.ts';

/** A month of a calendar. */
export interface Month {
  readonly calendar: Calendar;
  readonly month: number;
  /** Whether it is a name in full, not an abbreviation that may be another word. */
  readonly full: boolean;
}

/** The order of a date's parts. */
export type Order = 'dmy' | 'mdy' | 'ymd';

/** What CLDR and the language's data say of dates in a locale. */
export interface DateFacts {
  readonly order: Order;
  /** Whether the locale's language writes both day and month first. */
  readonly orders: readonly Order[];
  readonly calendars: readonly Calendar[];
  /** The month that a word is, by its key. */
  readonly month: (key: string) => Month | undefined;
  /** Months of two words, by both keys with a space between them; and their first words. */
  readonly firsts: ReadonlySet<string>;
  /** Whether a day may stand after its month. */
  readonly dayAfter: boolean;
  /** Words that may stand between the parts of a date. */
  readonly fillers: ReadonlySet<string>;
  /** Words for before noon and after, by their keys. */
  readonly halves: ReadonlyMap<string, 'am' | 'pm'>;
  /** The first three letters of all names of months, so that their absence can be seen. */
  readonly starts: ReadonlySet<string>;
}

const LONG: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'long', year: 'numeric' },
  { dateStyle: 'long' },
];
const SHORT: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'short' },
  { dateStyle: 'medium' },
  { month: 'short', day: 'numeric' },
];
const known = new Map<string, DateFacts>();

/** The facts of a locale; those of English (as to orders and calendars) where CLDR does not have it. */
export function dateFactsOf(locale: string): DateFacts {
  const had = known.get(locale);
  if (had) return had;
  const facts = readFacts(locale);
  known.set(locale, facts);
  return facts;
}

function readFacts(locale: string): DateFacts {
  const lexicon = figureLexiconOf(locale);
  const isOwn = isKnown(locale);
  const calendars = calendarsOf(locale, lexicon, isOwn);
  const months = new Map<string, Month>();
  const fillers = new Set(lexicon.dateWords);
  if (isOwn) for (const calendar of calendars) readMonths(locale, calendar, lexicon, months, fillers);
  for (const [at, words] of (lexicon.data.months ?? []).entries()) {
    for (const word of wordList(words)) {
      months.set(word.replaceAll('_', ' '), { calendar: 'gregory', month: at + 1, full: true });
    }
  }
  const order = isOwn ? orderOf(locale) : 'dmy';
  return {
    order,
    dayAfter: !isOwn || isDayAfter(locale),
    orders: ordersOf(locale, order),
    calendars,
    month: (key) => monthOf(key, months, lexicon),
    firsts: new Set([...months.keys()].flatMap((key) => (key.includes(' ') ? key.split(' ', 1) : []))),
    fillers,
    halves: halvesOf(locale, lexicon, isOwn),
    starts: new Set([...months.keys()].map((key) => key.slice(0, 3))),
  };
}

function monthOf(key: string, months: ReadonlyMap<string, Month>, lexicon: FigureLexicon): Month | undefined {
  for (const form of lexicon.bare(key)) {
    const found = months.get(form);
    if (found) return found;
  }
  const listed = lexicon.month(key);
  if (listed !== undefined) return { calendar: 'gregory', month: listed, full: true };
  // An ending that CLDR does not have, as in `Martta` or `marcu`.
  for (let end = key.length - 1; end >= Math.max(4, key.length - 5); end--) {
    const found = months.get(key.slice(0, end));
    if (found?.full) return { ...found, full: false };
  }
  return undefined;
}

function calendarsOf(locale: string, { data }: FigureLexicon, isOwn: boolean): readonly Calendar[] {
  const own = isOwn ? new Intl.DateTimeFormat(locale).resolvedOptions().calendar : 'gregory';
  const first = own.startsWith('islamic') ? 'islamic' : own;
  const all = new Set<Calendar>(['gregory', ...(data.calendars ?? [])]);
  if (first === 'persian' || first === 'islamic' || first === 'buddhist' || first === 'roc') all.add(first);
  return [...all];
}

function readMonths(
  locale: string,
  calendar: Calendar,
  { subtag }: FigureLexicon,
  months: Map<string, Month>,
  fillers: Set<string>,
): void {
  const system = calendar === 'islamic' ? 'islamic-civil' : calendar;
  // A year of the calendar has every month; days are taken from the middle of months.
  const days = Array.from({ length: 26 }, (_, at) => Date.UTC(2024, 0, 8 + at * 14));
  const number = new Intl.DateTimeFormat('en', { calendar: system, month: 'numeric', timeZone: 'UTC' });
  for (const [list, full] of [
    [LONG, true],
    [SHORT, false],
  ] as const) {
    for (const options of list) {
      const format = new Intl.DateTimeFormat(locale, { ...options, calendar: system, timeZone: 'UTC' });
      for (const day of days) {
        const month = Number(number.format(day).replace(/\D/g, ''));
        for (const { type, value } of format.formatToParts(day)) {
          if (type === 'month') addMonth(figureKey(value, subtag), { calendar, month, full }, months);
          else if (type === 'literal')
            for (const word of value.match(/\p{L}+/gu) ?? []) fillers.add(figureKey(word, subtag));
        }
      }
    }
  }
}

function addMonth(name: string, month: Month, months: Map<string, Month>): void {
  const key = name.replace(/[.()\u0970׳״]/gu, '').trim();
  if (key.length < 2 || /\d|\p{N}/u.test(key) || months.has(key)) return;
  months.set(key, month);
}

function orderOf(locale: string): Order {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', calendar: 'gregory' }).formatToParts(0);
  const order = parts
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type[0] : []))
    .join('');
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}

function isDayAfter(locale: string): boolean {
  return (['full', 'long', 'medium'] as const).some((dateStyle) => {
    const types = new Intl.DateTimeFormat(locale, { dateStyle }).formatToParts(0).map(({ type }) => type);
    return types.indexOf('day') > types.indexOf('month');
  });
}

/** English is written in two orders unless its country is told. */
function ordersOf(locale: string, order: Order): readonly Order[] {
  return locale.toLowerCase() === 'en' ? ['mdy', 'dmy'] : [order];
}

function halvesOf(
  locale: string,
  { data, subtag }: FigureLexicon,
  isOwn: boolean,
): ReadonlyMap<string, 'am' | 'pm'> {
  const halves = new Map<string, 'am' | 'pm'>();
  const add = (word: string, half: 'am' | 'pm'): unknown => halves.set(halfKey(word, subtag), half);
  if (isOwn) {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
    for (const [hour, half] of [
      [9, 'am'],
      [15, 'pm'],
    ] as const) {
      const period = format
        .formatToParts(Date.UTC(2024, 0, 1, hour))
        .find(({ type }) => type === 'dayPeriod');
      if (period) add(period.value, half);
    }
  }
  for (const word of [...wordList(data.am), 'am']) add(word.replaceAll('_', ' '), 'am');
  for (const word of [...wordList(data.pm), 'pm']) add(word.replaceAll('_', ' '), 'pm');
  return halves;
}

/** A word for a half of the day as it is compared: without full stops and spaces. */
export function halfKey(word: string, subtag: string): string {
  return figureKey(word, subtag).replace(/[.\s\u00a0\u202f]/gu, '');
}
