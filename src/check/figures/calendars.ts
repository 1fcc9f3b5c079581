import type { Calendar } from '../../languages/figure-language.ts';

/** A day, a month or a month's day; what is not said is null. */
export interface Day {
  readonly calendar: Calendar;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

/** Whether two readings of dates may be the same day: what one of them does not say is not asked of the other. */
export function isSameDay(one: Day, other: Day): boolean {
  if (one.calendar === other.calendar) {
    return one.month === other.month && agree(one.day, other.day) && agreeInYear(one.year, other.year);
  }
  if (other.calendar === 'gregory') return isSameDay(other, one);
  if (one.calendar !== 'gregory') return false;
  const { calendar } = other;
  if (calendar === 'buddhist' || calendar === 'roc') {
    return isSameDay(one, { ...other, calendar: 'gregory', year: gregorianYear(other.year, calendar) });
  }
  if (one.year === null || other.year === null) return true;
  // By the sight of the moon a month begins a day earlier or later than by calculation.
  const slack = calendar === 'islamic' ? 1 : 0;
  return daysOf(one).some((day) => {
    for (let off = -slack; off <= slack; off++) {
      const there = dayIn(day + off * DAY, calendar);
      if (there.year === other.year && there.month === other.month && agree(there.day, other.day))
        return true;
    }
    return false;
  });
}

/** Whether a year of another calendar may be a Gregorian one. */
export function isSameYear(gregorian: number, year: number, calendar: Calendar): boolean {
  if (gregorian < 100) return [1900, 2000].some((century) => isSameYear(century + gregorian, year, calendar));
  if (calendar === 'persian') return gregorian - year === 621 || gregorian - year === 622;
  if (calendar === 'islamic') return Math.abs(gregorian - Math.floor(year * 0.970224 + 621.58)) <= 1;
  if (calendar === 'gregory') return gregorian === year;
  return gregorianYear(year, calendar) === gregorian;
}

const DAY = 86_400_000;
const formats = new Map<Calendar, Intl.DateTimeFormat>();

function gregorianYear(year: number | null, calendar: 'buddhist' | 'roc'): number | null {
  if (year === null) return null;
  if (calendar === 'roc') return year + 1911;
  return year < 100 ? year + 2500 - 543 : year - 543;
}

function agree(one: number | null, other: number | null): boolean {
  return one === null || other === null || one === other;
}

function agreeInYear(one: number | null, other: number | null): boolean {
  if (agree(one, other)) return true;
  return one !== null && other !== null && (one < 100 || other < 100) && one % 100 === other % 100;
}

/** The day, or every third day of the month, in milliseconds. */
function daysOf({ year, month, day }: Day): readonly number[] {
  const days = day === null ? [1, 4, 7, 10, 13, 16, 19, 22, 25, 28] : [day];
  const own = year ?? 0;
  const years = own < 100 ? [own + 1900, own + 2000] : [own];
  return years.flatMap((full) => days.map((one) => Date.UTC(full, month - 1, one)));
}

function dayIn(time: number, calendar: Calendar): { year: number; month: number; day: number } {
  const name = calendar === 'islamic' ? 'islamic-umalqura' : calendar;
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat('en', {
      calendar: name,
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
  formats.set(calendar, format);
  const found = { year: 0, month: 0, day: 0 };
  for (const { type, value } of format.formatToParts(time)) {
    if (type === 'year' || type === 'month' || type === 'day') found[type] = Number.parseInt(value, 10);
  }
  return found;
}
