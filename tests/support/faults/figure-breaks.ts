import { storedText } from '../udhr.ts';
import { DATED_TEXTS, FIGURE_TEXTS } from './figure-texts.ts';
import { type Figures, figureOf, filled, numberIn, written } from './figure-world.ts';
import type { Random } from './random.ts';
import type { Row } from './world.ts';

/** A sentence of the figures' world with some of its places written otherwise. */
export function rewritten(row: Row, places: (figures: Figures) => Record<string, string>): string | null {
  if (!row.key.includes('.')) return null;
  const { name, figures } = figureOf(row.key);
  const template = FIGURE_TEXTS[name]?.[row.locale] ?? '';
  return storedText(filled(template, { ...written(row.locale, figures), ...places(figures) }));
}

/** The keys of sentences with all their figures. */
export function keysOf(...names: string[]): string[] {
  return names.flatMap((name) => [0, 1, 2].map((set) => `${name}.${set}`));
}

/** A number with one digit changed, not the first one where there are others. */
export function flipped(value: number, random: Random): number {
  const digits = String(value).split('');
  const at = digits.length === 1 ? 0 : 1 + random.below(digits.length - 1);
  digits[at] = String((Number(digits[at]) + 1 + random.below(8)) % 10);
  return Number(digits.join('')) || 1;
}

/** A number of a real text that stands in both texts, changed in the target. */
export function otherDigit({ source, target }: Row, random: Random): string | null {
  const shared = [...target.matchAll(/(?<![\p{L}\p{N}.,:/-])\d{2,}(?![\p{N}.,:/%-])/gu)].filter(
    ({ 0: one }) =>
      new RegExp(`(?<![\\p{L}\\p{N}.,:/-])${one}(?![\\p{L}\\p{N}.,:/%-]\\p{N})`, 'u').test(source),
  );
  const [found] = random.shuffled(shared);
  if (!found) return null;
  return `${target.slice(0, found.index)}${flipped(Number(found[0]), random)}${target.slice(found.index + found[0].length)}`;
}

const MONTH_FORMS: Readonly<Record<string, readonly string[]>> = {
  az: 'yanvarın fevralın martın aprelin mayın iyunun iyulun avqustun sentyabrın oktyabrın noyabrın dekabrın'.split(
    ' ',
  ),
  ka: 'იანვარს თებერვალს მარტს აპრილს მაისს ივნისს ივლისს აგვისტოს სექტემბერს ოქტომბერს ნოემბერს დეკემბერს'.split(
    ' ',
  ),
};

function monthIn(locale: string, month: number): string {
  const form = MONTH_FORMS[locale]?.[month - 1];
  if (form) return form;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.formatToParts(Date.UTC(2021, month - 1, 1)).find(({ type }) => type === 'month')?.value ?? '';
}

/** A dated sentence with one part of its date changed. */
export function redated(row: Row, part: 'day' | 'month' | 'year', random: Random): string | null {
  const { date } = DATED_TEXTS[Number(row.key.slice(-1))] ?? {};
  if (!date) return null;
  const [year, month, day] = date;
  if (part === 'year') return row.target.replace(String(year), String(year - 1 - random.below(9)));
  if (part === 'month') {
    return row.target.replace(monthIn(row.locale, month), monthIn(row.locale, (month % 12) + 1));
  }
  return row.target.replace(new RegExp(`(?<!\\d)${day}(?!\\d)`), String(day < 20 ? day + 11 : day - 10));
}

/** Number words, and others for them. */
export const SPELLED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  hy: [
    ['Հինգ', 'Վեց'],
    ['յոթ', 'ութ'],
    ['տասներկու', 'տասնմեկ'],
  ],
  az: [
    ['Beş', 'Altı'],
    ['yeddi', 'səkkiz'],
    ['on iki', 'on bir'],
  ],
  be: [
    ['Пяць', 'Шэсць'],
    ['сем ', 'восем '],
    ['Дванаццаць', 'Адзінаццаць'],
  ],
  ka: [
    ['ხუთი', 'ექვსი'],
    ['შვიდ', 'რვა'],
    ['თორმეტი', 'თერთმეტი'],
  ],
  ro: [
    ['Cinci', 'Șase'],
    ['șapte', 'opt'],
    ['Douăsprezece', 'Unsprezece'],
  ],
  uk: [
    ['П’ять', 'Шість'],
    ['сім ', 'вісім '],
    ['Дванадцять', 'Одинадцять'],
  ],
  ru: [
    ['Пять', 'Шесть'],
    ['семь', 'восемь'],
    ['Двенадцать', 'Одиннадцать'],
  ],
  fr: [
    ['Cinq', 'Six'],
    ['sept', 'huit'],
    ['Douze', 'Onze'],
  ],
  de: [
    ['Fünf', 'Sechs'],
    ['sieben', 'acht'],
    ['Zwölf', 'Elf'],
  ],
};

/** A number word of a text replaced by another one. */
export function respelled(row: Row, random: Random): string | null {
  const fitting = (SPELLED[row.locale] ?? []).filter(([word]) => wordPattern(word).test(row.target));
  if (fitting.length === 0) return null;
  const [word, other] = random.pick(fitting);
  return row.target.replace(wordPattern(word), other);
}

/** A number as another language writes it, where that differs from how its own does. */
export function foreign(row: Row, other: string, key: 'n' | 'm' | 'c'): string | null {
  // Persian is written with digits of both kinds, Arabic with separators of both.
  if (row.locale === 'fa' || row.locale === 'ar') return null;
  const text = rewritten(row, (figures) => {
    const { n, m, c } = figures;
    const value = { n, m, c }[key];
    const own = written(row.locale, figures)[key] ?? '';
    return { [key]: own.replace(numberIn(row.locale, value), numberIn(other, value)) };
  });
  return text === row.target ? null : text;
}

/** A word as it begins, not within another one. */
function wordPattern(word: string): RegExp {
  return new RegExp(`(?<!\\p{L})${word}`, 'u');
}
