import type { DateFacts, Order } from './cldr-dates.ts';
import { type Figure, plainFigure, readDay } from './figure.ts';
import { type Finds, matchAt, type Scan } from './scanning.ts';

const DATE = /(\d{1,4})([./-])(\s?)(\d{1,2})\2(\s?)(\d{1,4})(?!\d|[./-]\d)/y;
const MONTH = /(0[1-9]|1[0-2]|[1-9](?=\/))([./])((?:19|20)\d\d)(?!\d|[./,]\d)/y;
const FRACTION = /(\d{1,2})\/(\d{1,3})(?![\d/])/y;

/** Reads what is a date, a month and a year, or a fraction in digits at an offset; gives the offset after it, or null. */
export function dateAt(at: number, scan: Scan, facts: DateFacts, found: Finds): number | null {
  const { text } = scan.folded;
  const date = matchAt(DATE, text, at);
  if (date && pushDate(date, at, scan, facts, found)) return at + date[0].length;
  const month = matchAt(MONTH, text, at);
  if (!month) return null;
  pushMonth(month, at, scan, found);
  return at + month[0].length;
}

/** Reads two numbers with a slash between them at an offset; gives the offset after them, or null. */
export function fractionAt(at: number, scan: Scan, facts: DateFacts, found: Finds): number | null {
  const fraction = matchAt(FRACTION, scan.folded.text, at);
  if (!fraction) return null;
  pushFraction(fraction, at, scan, facts, found);
  return at + fraction[0].length;
}

/** A date in digits, if it can be one. */
function pushDate(
  match: RegExpExecArray,
  at: number,
  { folded }: Scan,
  facts: DateFacts,
  found: Finds,
): boolean {
  const [raw, first = '', mark = '', gap = '', second = '', gap2 = '', third = ''] = match;
  const hasLong = Math.max(first.length, third.length) === 4;
  if ((gap !== '' || gap2 !== '') && (mark !== '.' || (!hasLong && facts.order !== 'ymd'))) return false;
  // A slash stands between parts in the locale's order, a hyphen in the order of ISO 8601 or with the day first.
  const orders: readonly Order[] =
    mark === '/' ? facts.orders : facts.order === 'ymd' ? ['ymd', 'dmy'] : ['dmy'];
  const days = readDay(
    [first, second, third],
    mark === '-' && facts.order === 'mdy' ? ['dmy', 'mdy'] : orders,
    facts.calendars,
  );
  if (days.length === 0) return false;
  const offsets = [at, at + raw.indexOf(second, first.length), at + raw.length - third.length];
  const parts = [first, second, third].map((part, index) =>
    plainFigure(part, folded.at(offsets[index] ?? at), Number(part)),
  );
  const order =
    first.length > 2
      ? 'ymd'
      : (days[0]?.year ?? 0) === Number(third)
        ? days[0]?.day === Number(first)
          ? 'dmy'
          : 'mdy'
        : 'ymd';
  const [one, two, three] = parts;
  if (!one || !two || !three) return false;
  const optional: Figure = { ...(order === 'mdy' ? one : two), isOptional: true };
  const [day, month, year] =
    order === 'dmy'
      ? [one, optional, three]
      : order === 'mdy'
        ? [two, optional, three]
        : [three, optional, one];
  found.dates.push({
    ...{ raw, start: folded.at(at), end: folded.at(at + raw.length), days, parts: { day, month, year } },
    isWeak: false,
  });
  found.numbers.push(...[day, month, year].sort((a, b) => a.start - b.start));
  return true;
}

/** A month and a year in digits. */
function pushMonth(match: RegExpExecArray, at: number, { folded }: Scan, found: Finds): void {
  const [raw, first = '', , last = ''] = match;
  const month = plainFigure(first, folded.at(at), Number(first));
  const year = plainFigure(last, folded.at(at + raw.length - last.length), Number(last));
  const days = [{ calendar: 'gregory' as const, year: Number(last), month: Number(first), day: null }];
  found.dates.push({ raw, start: month.start, end: year.end, days, parts: { month, year }, isWeak: true });
  found.numbers.push(month, year);
}

/** A fraction, or two numbers with a slash between them: perhaps a day and a month. */
function pushFraction(
  match: RegExpExecArray,
  at: number,
  { folded }: Scan,
  facts: DateFacts,
  found: Finds,
): void {
  const [raw, first = '', second = ''] = match;
  const [one, two] = [Number(first), Number(second)];
  const start = folded.at(at);
  const [a, b] = [plainFigure(first, start, one), plainFigure(second, folded.at(at + first.length + 1), two)];
  const days = [...new Set<Order>([...facts.orders, 'mdy', 'dmy'])].flatMap((order) => {
    const [day, month] = order === 'dmy' ? [one, two] : [two, one];
    return day >= 1 && day <= 31 && month >= 1 && month <= 12
      ? [{ calendar: 'gregory' as const, year: null, month, day }]
      : [];
  });
  if (one > 0 && one < two && two <= 10) {
    found.numbers.push({
      ...a,
      raw,
      end: b.end,
      scaleEnd: b.end,
      values: [one / two],
      bare: [one / two],
      split: [one, two],
    });
    return;
  }
  if (days.length > 0) {
    found.dates.push({ raw, start, end: b.end, days, parts: { day: a, month: b }, isWeak: true });
  }
  found.numbers.push(a, b);
}
