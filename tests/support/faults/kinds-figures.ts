import type { Kind } from './fault.ts';
import {
  flipped,
  foreign,
  keysOf,
  otherDigit,
  redated,
  respelled,
  rewritten,
  SPELLED,
} from './figure-breaks.ts';
import { dateIn, numberIn, timeIn } from './figure-world.ts';

const REAL = ['pud', 'covenant', 'statement', 'udhr', 'parice'];

/** Faults in figures. */
export const FIGURE_KINDS: readonly Kind[] = [
  {
    rule: 'numbers',
    name: 'a digit flipped',
    keys: keysOf('people', 'casualties'),
    breakIt: (row, random) =>
      rewritten(row, ({ n, m }) =>
        random.below(2) === 0
          ? { n: numberIn(row.locale, flipped(n, random)) }
          : { m: numberIn(row.locale, flipped(m, random)) },
      ),
  },
  {
    rule: 'numbers',
    name: 'ten times as many',
    keys: keysOf('people', 'casualties'),
    breakIt: (row) => rewritten(row, ({ n }) => ({ n: numberIn(row.locale, n * 10) })),
  },
  {
    rule: 'numbers',
    name: 'a number dropped',
    keys: keysOf('people', 'casualties'),
    breakIt: (row) => {
      const marked = rewritten(row, () => ({ m: '\u0001' }));
      return marked?.replace(/ ?\u0001/, '') ?? null;
    },
  },
  {
    rule: 'numbers',
    name: 'a number added',
    worlds: ['udhr', 'marks', 'pud', 'covenant'],
    each: 2,
    breakIt: ({ source, target, kind, locale }, random) =>
      kind === 'heading' || source.length < 60 || !/\p{L}[.։。]$/u.test(target)
        ? null
        : `${target.slice(0, -1)} (${numberIn(locale, 20 + random.below(70))})${target.slice(-1)}`,
  },
  {
    rule: 'numbers',
    or: ['dates', 'percent', 'units', 'currency', 'times'],
    name: 'a digit of a real text',
    worlds: REAL,
    each: 5,
    breakIt: otherDigit,
  },
  {
    rule: 'numbers',
    or: ['dates'],
    name: 'another year',
    keys: keysOf('people'),
    breakIt: (row) =>
      rewritten(row, ({ year }) => ({ year: numberIn(row.locale, year - 3, { useGrouping: false }) })),
  },
  {
    rule: 'numbers',
    or: ['percent'],
    name: 'another percentage',
    keys: keysOf('turnout'),
    each: 2,
    breakIt: (row) =>
      rewritten(row, ({ p }) => ({
        p: numberIn(row.locale, p + 0.1, { style: 'percent', maximumFractionDigits: 1 }),
      })),
  },
  {
    rule: 'numbers',
    or: ['currency'],
    name: 'another sum',
    keys: keysOf('bridge'),
    each: 2,
    breakIt: (row) =>
      rewritten(row, ({ c }) => ({
        c: numberIn(row.locale, c * 10, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
      })),
  },
  {
    rule: 'number-format',
    name: 'English separators',
    keys: keysOf('people', 'casualties'),
    breakIt: (row) => foreign(row, 'en', 'n'),
  },
  {
    rule: 'number-format',
    name: 'German separators',
    keys: keysOf('people', 'casualties'),
    breakIt: (row) => foreign(row, 'de', 'n'),
  },
  {
    rule: 'number-format',
    or: ['currency'],
    name: 'English separators in money',
    keys: keysOf('bridge'),
    each: 2,
    breakIt: (row) => foreign(row, 'en', 'c'),
  },
  {
    rule: 'number-format',
    or: ['units'],
    name: 'a decimal point for a comma',
    keys: keysOf('road'),
    each: 1,
    breakIt: (row) => {
      const changed = row.target.replace('27,5', '27.5');
      return changed === row.target ? null : changed;
    },
  },
  {
    rule: 'percent',
    name: 'the sign dropped',
    keys: keysOf('turnout'),
    breakIt: ({ target }) => target.replace(/%(?=\d)|[\s\u200e\u200f]*[%٪][\u200e\u200f]*/, ''),
  },
  {
    rule: 'percent',
    name: 'per mille for per cent',
    keys: keysOf('turnout'),
    each: 1,
    breakIt: ({ target }) => target.replace(/[%٪]/, '‰'),
  },
  {
    rule: 'currency',
    name: 'the sign dropped',
    keys: keysOf('bridge'),
    breakIt: ({ target }) => target.replace(/\s*€\s*/, (found) => (/^\s.*\s$/.test(found) ? ' ' : '')),
  },
  {
    rule: 'currency',
    name: 'dollars for euros',
    keys: keysOf('bridge'),
    each: 2,
    breakIt: ({ target }) => target.replace('€', '$'),
  },
  {
    rule: 'units',
    name: 'the unit dropped',
    keys: keysOf('road'),
    breakIt: (row) => rewritten(row, ({ u }) => ({ u: numberIn(row.locale, u) })),
  },
  {
    rule: 'units',
    name: 'miles for kilometres',
    keys: keysOf('road'),
    each: 1,
    breakIt: (row) =>
      rewritten(row, ({ u }) => ({ u: numberIn(row.locale, u, { style: 'unit', unit: 'mile' }) })),
  },
  {
    rule: 'units',
    name: 'metres for kilometres',
    keys: keysOf('road'),
    each: 1,
    breakIt: (row) =>
      rewritten(row, ({ u }) => ({ u: numberIn(row.locale, u, { style: 'unit', unit: 'meter' }) })),
  },
  {
    rule: 'dates',
    name: 'another day',
    keys: ['dated0', 'dated1', 'dated2'],
    breakIt: (row, random) => redated(row, 'day', random),
  },
  {
    rule: 'dates',
    name: 'another month',
    keys: ['dated0', 'dated1', 'dated2'],
    breakIt: (row, random) => redated(row, 'month', random),
  },
  {
    rule: 'dates',
    name: 'another year',
    keys: ['dated0', 'dated1', 'dated2'],
    breakIt: (row, random) => redated(row, 'year', random),
  },
  {
    rule: 'dates',
    name: 'another day as CLDR writes it',
    keys: keysOf('place'),
    each: 2,
    breakIt: (row) => rewritten(row, ({ date: [y, m, d] }) => ({ date: dateIn(row.locale, [y, m, d - 2]) })),
  },
  {
    rule: 'dates',
    name: 'another month as CLDR writes it',
    keys: keysOf('place'),
    each: 2,
    breakIt: (row) =>
      rewritten(row, ({ date: [y, m, d] }) => ({ date: dateIn(row.locale, [y, m === 11 ? 10 : m + 1, d]) })),
  },
  {
    rule: 'dates',
    name: 'another year as CLDR writes it',
    keys: keysOf('place'),
    each: 1,
    breakIt: (row) => rewritten(row, ({ date: [y, m, d] }) => ({ date: dateIn(row.locale, [y + 1, m, d]) })),
  },
  {
    rule: 'times',
    name: 'an hour later',
    keys: keysOf('meeting'),
    each: 2,
    breakIt: (row) => rewritten(row, ({ t }) => ({ t: timeIn(row.locale, t + 60) })),
  },
  {
    rule: 'times',
    name: 'other minutes',
    keys: keysOf('meeting'),
    each: 1,
    breakIt: (row) => rewritten(row, ({ t }) => ({ t: timeIn(row.locale, t + 12) })),
  },
  {
    rule: 'spelled-number',
    name: 'another number word',
    locales: Object.keys(SPELLED),
    worlds: ['figures', 'marks'],
    each: 3,
    breakIt: respelled,
  },
  {
    rule: 'figures-matrix',
    name: 'one language disagrees',
    keys: keysOf('people', 'casualties'),
    wide: true,
    each: 2,
    breakIt: (row, random) => rewritten(row, ({ n }) => ({ n: numberIn(row.locale, flipped(n, random)) })),
  },
];
