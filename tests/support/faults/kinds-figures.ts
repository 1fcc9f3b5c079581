import { storedText } from '../udhr.ts';
import type { Kind } from './fault.ts';
import { DATED_TEXTS, FIGURE_TEXTS } from './figure-texts.ts';
import { type Figures, dateIn, figureOf, filled, numberIn, timeIn, written } from './figure-world.ts';
import type { Random } from './random.ts';
import type { Row } from './world.ts';

const REAL = ['pud', 'covenant', 'statement', 'udhr', 'parice'];

/** A sentence of the figures' world with some of its places written otherwise. */
function rewritten(row: Row, places: (figures: Figures) => Record<string, string>): string | null {
  if (!row.key.includes('.')) return null;
  const { name, figures } = figureOf(row.key);
  const template = FIGURE_TEXTS[name]?.[row.locale] ?? '';
  return storedText(filled(template, { ...written(row.locale, figures), ...places(figures) }));
}

function keysOf(...names: string[]): string[] {
  return names.flatMap((name) => [0, 1, 2].map((set) => `${name}.${set}`));
}

function flipped(value: number, random: Random): number {
  const digits = String(value).split('');
  const at = digits.length === 1 ? 0 : 1 + random.below(digits.length - 1);
  digits[at] = String((Number(digits[at]) + 1 + random.below(8)) % 10);
  return Number(digits.join('')) || 1;
}

/** A number of a real text that stands in both texts, changed in the target. */
function otherDigit({ source, target }: Row, random: Random): string | null {
  const shared = [...target.matchAll(/(?<![\p{L}\p{N}.,:/-])\d{2,}(?![\p{N}.,:/%-])/gu)].filter(({ 0: one }) =>
    new RegExp(`(?<![\\p{L}\\p{N}.,:/-])${one}(?![\\p{L}\\p{N}.,:/%-]\\p{N})`, 'u').test(source),
  );
  const [found] = random.shuffled(shared);
  if (!found) return null;
  return `${target.slice(0, found.index)}${flipped(Number(found[0]), random)}${target.slice(found.index + found[0].length)}`;
}

const MONTH_FORMS: Readonly<Record<string, readonly string[]>> = {
  az: 'yanvarın fevralın martın aprelin mayın iyunun iyulun avqustun sentyabrın oktyabrın noyabrın dekabrın'.split(' '),
  ka: 'იანვარს თებერვალს მარტს აპრილს მაისს ივნისს ივლისს აგვისტოს სექტემბერს ოქტომბერს ნოემბერს დეკემბერს'.split(' '),
};

function monthIn(locale: string, month: number): string {
  const form = MONTH_FORMS[locale]?.[month - 1];
  if (form) return form;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.formatToParts(Date.UTC(2021, month - 1, 1)).find(({ type }) => type === 'month')?.value ?? '';
}

/** A dated sentence with one part of its date changed. */
function redated(row: Row, part: 'day' | 'month' | 'year', random: Random): string | null {
  const { date } = DATED_TEXTS[Number(row.key.slice(-1))] ?? {};
  if (!date) return null;
  const [year, month, day] = date;
  if (part === 'year') return row.target.replace(String(year), String(year - 1 - random.below(9)));
  if (part === 'month') {
    return row.target.replace(monthIn(row.locale, month), monthIn(row.locale, (month % 12) + 1));
  }
  return row.target.replace(new RegExp(`(?<!\\d)${day}(?!\\d)`), String(day < 20 ? day + 11 : day - 10));
}

const SPELLED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  hy: [['Հինգ', 'Վեց'], ['յոթ', 'ութ'], ['տասներկու', 'տասնմեկ']],
  az: [['Beş', 'Altı'], ['yeddi', 'səkkiz'], ['on iki', 'on bir']],
  be: [['Пяць', 'Шэсць'], ['сем ', 'восем '], ['Дванаццаць', 'Адзінаццаць']],
  ka: [['ხუთი', 'ექვსი'], ['შვიდ', 'რვა'], ['თორმეტი', 'თერთმეტი']],
  ro: [['Cinci', 'Șase'], ['șapte', 'opt'], ['Douăsprezece', 'Unsprezece']],
  uk: [['П’ять', 'Шість'], ['сім ', 'вісім '], ['Дванадцять', 'Одинадцять']],
  ru: [['Пять', 'Шесть'], ['семь', 'восемь'], ['Двенадцать', 'Одиннадцать']],
  fr: [['Cinq', 'Six'], ['sept', 'huit'], ['Douze', 'Onze']],
  de: [['Fünf', 'Sechs'], ['sieben', 'acht'], ['Zwölf', 'Elf']],
};

function respelled(row: Row, random: Random): string | null {
  const fitting = (SPELLED[row.locale] ?? []).filter(([word]) => row.target.includes(word));
  if (fitting.length === 0) return null;
  const [word, other] = random.pick(fitting);
  return row.target.replace(word, other);
}

/** A number as another language writes it, where that differs from how its own does. */
function foreign(row: Row, other: string, key: 'n' | 'm' | 'c'): string | null {
  const text = rewritten(row, (figures) => {
    const { n, m, c } = figures;
    const value = { n, m, c }[key];
    const own = written(row.locale, figures)[key] ?? '';
    return { [key]: own.replace(numberIn(row.locale, value), numberIn(other, value)) };
  });
  return text === row.target ? null : text;
}

/** Faults in figures. */
export const FIGURE_KINDS: readonly Kind[] = [
  {
    rule: 'numbers', name: 'a digit flipped', keys: keysOf('people', 'casualties'),
    breakIt: (row, random) =>
      rewritten(row, ({ n, m }) => (random.below(2) === 0 ? { n: numberIn(row.locale, flipped(n, random)) } : { m: numberIn(row.locale, flipped(m, random)) })),
  },
  {
    rule: 'numbers', name: 'ten times as many', keys: keysOf('people', 'casualties'),
    breakIt: (row) => rewritten(row, ({ n }) => ({ n: numberIn(row.locale, n * 10) })),
  },
  {
    rule: 'numbers', name: 'a number dropped', keys: keysOf('people', 'casualties'),
    breakIt: (row) => {
      const marked = rewritten(row, () => ({ m: '\u0001' }));
      return marked?.replace(/ ?\u0001/, '') ?? null;
    },
  },
  {
    rule: 'numbers', name: 'a number added', worlds: ['udhr', 'marks', 'pud', 'covenant'], each: 2,
    breakIt: ({ source, target, kind, locale }, random) =>
      kind === 'heading' || source.length < 60 || !/\p{L}[.։。]$/u.test(target)
        ? null
        : `${target.slice(0, -1)} (${numberIn(locale, 20 + random.below(70))})${target.slice(-1)}`,
  },
  { rule: 'numbers', or: ['dates', 'percent', 'units', 'currency', 'times'], name: 'a digit of a real text', worlds: REAL, each: 5, breakIt: otherDigit },
  {
    rule: 'numbers', or: ['dates'], name: 'another year', keys: keysOf('people'),
    breakIt: (row) => rewritten(row, ({ year }) => ({ year: numberIn(row.locale, year - 3, { useGrouping: false }) })),
  },
  {
    rule: 'numbers', or: ['percent'], name: 'another percentage', keys: keysOf('turnout'), each: 2,
    breakIt: (row) => rewritten(row, ({ p }) => ({ p: numberIn(row.locale, p + 0.1, { style: 'percent', maximumFractionDigits: 1 }) })),
  },
  {
    rule: 'numbers', or: ['currency'], name: 'another sum', keys: keysOf('bridge'), each: 2,
    breakIt: (row) => rewritten(row, ({ c }) => ({ c: numberIn(row.locale, c * 10, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }) })),
  },
  { rule: 'number-format', name: 'English separators', keys: keysOf('people', 'casualties'), breakIt: (row) => foreign(row, 'en', 'n') },
  { rule: 'number-format', name: 'German separators', keys: keysOf('people', 'casualties'), breakIt: (row) => foreign(row, 'de', 'n') },
  {
    rule: 'number-format', or: ['currency'], name: 'English separators in money', keys: keysOf('bridge'), each: 2,
    breakIt: (row) => foreign(row, 'en', 'c'),
  },
  {
    rule: 'number-format', or: ['units'], name: 'a decimal point for a comma', keys: keysOf('road'), each: 1,
    breakIt: (row) => {
      const changed = row.target.replace('27,5', '27.5');
      return changed === row.target ? null : changed;
    },
  },
  { rule: 'percent', name: 'the sign dropped', keys: keysOf('turnout'), breakIt: ({ target }) => target.replace(/[\s\u200e\u200f]*[%٪][\u200e\u200f]*/, '') },
  { rule: 'percent', name: 'per mille for per cent', keys: keysOf('turnout'), each: 1, breakIt: ({ target }) => target.replace(/[%٪]/, '‰') },
  { rule: 'currency', name: 'the sign dropped', keys: keysOf('bridge'), breakIt: ({ target }) => target.replace(/\s*€\s*/, (found) => (/^\s.*\s$/.test(found) ? ' ' : '')) },
  { rule: 'currency', name: 'dollars for euros', keys: keysOf('bridge'), each: 2, breakIt: ({ target }) => target.replace('€', '$') },
  {
    rule: 'units', name: 'the unit dropped', keys: keysOf('road'),
    breakIt: (row) => rewritten(row, ({ u }) => ({ u: numberIn(row.locale, u) })),
  },
  {
    rule: 'units', name: 'miles for kilometres', keys: keysOf('road'), each: 1,
    breakIt: (row) => rewritten(row, ({ u }) => ({ u: numberIn(row.locale, u, { style: 'unit', unit: 'mile' }) })),
  },
  {
    rule: 'units', name: 'metres for kilometres', keys: keysOf('road'), each: 1,
    breakIt: (row) => rewritten(row, ({ u }) => ({ u: numberIn(row.locale, u, { style: 'unit', unit: 'meter' }) })),
  },
  { rule: 'dates', name: 'another day', keys: ['dated0', 'dated1', 'dated2'], breakIt: (row, random) => redated(row, 'day', random) },
  { rule: 'dates', name: 'another month', keys: ['dated0', 'dated1', 'dated2'], breakIt: (row, random) => redated(row, 'month', random) },
  { rule: 'dates', name: 'another year', keys: ['dated0', 'dated1', 'dated2'], breakIt: (row, random) => redated(row, 'year', random) },
  {
    rule: 'dates', name: 'another day as CLDR writes it', keys: keysOf('place'), each: 2,
    breakIt: (row) => rewritten(row, ({ date: [y, m, d] }) => ({ date: dateIn(row.locale, [y, m, d - 2]) })),
  },
  {
    rule: 'dates', name: 'another month as CLDR writes it', keys: keysOf('place'), each: 2,
    breakIt: (row) => rewritten(row, ({ date: [y, m, d] }) => ({ date: dateIn(row.locale, [y, m === 11 ? 10 : m + 1, d]) })),
  },
  {
    rule: 'dates', name: 'another year as CLDR writes it', keys: keysOf('place'), each: 1,
    breakIt: (row) => rewritten(row, ({ date: [y, m, d] }) => ({ date: dateIn(row.locale, [y + 1, m, d]) })),
  },
  {
    rule: 'times', name: 'an hour later', keys: keysOf('meeting'), each: 2,
    breakIt: (row) => rewritten(row, ({ t }) => ({ t: timeIn(row.locale, t + 60) })),
  },
  {
    rule: 'times', name: 'other minutes', keys: keysOf('meeting'), each: 1,
    breakIt: (row) => rewritten(row, ({ t }) => ({ t: timeIn(row.locale, t + 12) })),
  },
  { rule: 'spelled-number', name: 'another number word', locales: Object.keys(SPELLED), worlds: ['figures', 'marks'], each: 3, breakIt: respelled },
  {
    rule: 'figures-matrix', name: 'one language disagrees', keys: keysOf('people', 'casualties'), wide: true, each: 2,
    breakIt: (row, random) => rewritten(row, ({ n }) => ({ n: numberIn(row.locale, flipped(n, random)) })),
  },
];
