import type { Calendar } from '../../languages/figure-language.ts';
import type { Day } from './calendars.ts';

/** A number in a text, in digits or in a numeral's letters. Offsets are UTF-16 offsets into the plain text. */
export interface Figure {
  /** A number that is a name's part (`G7`, `COVID-19`) and Roman numerals (`XX`) may be said otherwise in another language. */
  readonly kind: 'number' | 'name' | 'roman';
  readonly raw: string;
  readonly start: number;
  /** After the digits. */
  readonly end: number;
  /** After the word that multiplies them, if there is one. */
  readonly scaleEnd: number;
  /** What it may mean, that of the locale's conventions first; nothing for a code of several parts (`2.1.3`). */
  readonly values: readonly number[];
  /** What it would mean without the word that multiplies it; the same as `values` if there is none. */
  readonly bare: readonly number[];
  /** Its numbers, if what looks like one are several. */
  readonly split: readonly number[];
  /** Whether its marks are those of the locale. */
  readonly isOwn: boolean;
  readonly isNegative: boolean;
  /** Whether it names a section, a version or the like and says no amount. */
  readonly isLabel: boolean;
  /** Whether its absence says nothing: the month of a date in digits, no minutes. */
  readonly isOptional: boolean;
}

/** A date, or a month. It may have several readings. */
export interface DateFigure {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly days: readonly Day[];
  readonly parts: Readonly<Partial<Record<'day' | 'month' | 'year', Figure>>>;
  /** Whether it may be something else: `05.03`, a month's short name. */
  readonly isWeak: boolean;
}

/** A time of day in minutes; before noon and after where that is not told. */
export interface TimeFigure {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly minutes: readonly number[];
  readonly parts: readonly Figure[];
  readonly isWeak: boolean;
}

/** What a text says in figures, in the order of the text. */
export interface Figures {
  readonly numbers: readonly Figure[];
  readonly dates: readonly DateFigure[];
  readonly times: readonly TimeFigure[];
}

/** A figure of which only the place and the value matter. */
export function plainFigure(raw: string, start: number, value: number, isOptional = false): Figure {
  const end = start + raw.length;
  const values = [value];
  return {
    kind: 'number',
    raw,
    start,
    end,
    scaleEnd: end,
    values,
    bare: values,
    split: [],
    isOwn: true,
    isNegative: false,
    isLabel: false,
    isOptional,
  };
}

/** What a date in digits may mean, by the orders of its parts; none for what is no date. */
export function readDay(
  parts: readonly [string, string, string],
  orders: readonly ('dmy' | 'mdy' | 'ymd')[],
  calendars: readonly Calendar[],
): readonly Day[] {
  const all = parts[0].length > 2 ? (['ymd'] as const) : orders;
  return all.flatMap((order): Day[] => {
    const [day, month, year] = [order.indexOf('d'), order.indexOf('m'), order.indexOf('y')].map(
      (at) => parts[at] ?? '',
    );
    const [d, m, y] = [Number(day), Number(month), Number(year)];
    if (d < 1 || d > 31 || m < 1 || m > 12 || year === undefined || year.length === 3 || year.length === 1)
      return [];
    if (day === undefined || day.length > 2 || month === undefined || month.length > 2) return [];
    return calendars.flatMap((calendar) =>
      fits(y, calendar) ? [{ calendar, year: y, month: m, day: d }] : [],
    );
  });
}

/** Whether a year in digits may be one of a calendar in our time. */
export function fits(year: number, calendar: Calendar): boolean {
  if (calendar === 'persian') return year >= 1200 && year < 1500;
  if (calendar === 'islamic') return year >= 1200 && year < 1600;
  if (calendar === 'buddhist') return (year >= 2300 && year < 2700) || year < 100;
  if (calendar === 'roc') return year > 0 && year < 150;
  return year < 100 || (year >= 1000 && year < 2300);
}
