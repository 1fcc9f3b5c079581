import { figureKey, figureLexiconOf } from '../../languages/figure-lexicon.ts';
import { perText, type Text } from '../text.ts';
import { CURRENCIES, currencyWordsOf } from './cldr-measures.ts';
import { mentionsCurrency } from './measures.ts';
import { figuresOf } from './read.ts';

/** A currency beside a number: its code, or the sign that several share. */
export interface Money {
  /** `USD`, or `$` for a sign or word that may be any dollar. */
  readonly currency: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** Currencies that share a sign or a word. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'MXN'],
  '¥': ['JPY', 'CNY'],
  '﷼': ['IRR', 'SAR'],
};
const SIGN =
  /[A-Z]{0,3}(?:\$|€|£|¥|￥|₽|₴|֏|₼|₾|₺|₹|₪|₩|﷼|₸|₫)|(?<![\p{L}\p{N}])(?:zł|Kč|Fr\.|CHF)(?!\p{L})/gu;
const CODE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.keys(CURRENCIES).join('|')})(?![\\p{L}])`, 'gu');
const NEAR = /^[\s\u00a0\u202f]{0,2}$/u;

/** The amounts of money in a text: signs and codes beside numbers, and words right after them. */
export const moneyOf: (text: Text) => readonly Money[] = perText((text) => {
  const { numbers } = figuresOf(text);
  if (numbers.length === 0) return [];
  const { plain } = text;
  const found: Money[] = [];
  const isBeside = (start: number, end: number): boolean =>
    numbers.some(
      (figure) => NEAR.test(plain.slice(end, Math.max(end, figure.start))) && figure.start >= end,
    ) ||
    numbers.some(
      (figure) =>
        start >= figure.end &&
        /^[\s\u00a0\u202f.]{0,2}$/u.test(plain.slice(Math.min(figure.scaleEnd, start), start)),
    );
  const push = (raw: string, start: number, currency: string): void => {
    if (isBeside(start, start + raw.length)) found.push({ currency, raw, start, end: start + raw.length });
  };
  if (/[\p{Sc}]|zł|Kč|Fr/u.test(plain))
    for (const { 0: raw, index } of plain.matchAll(SIGN)) push(raw, index, signed(raw));
  for (const { 0: raw, index } of plain.matchAll(CODE)) push(raw, index, raw);
  for (const { scaleEnd } of numbers) pushWord(found, text, scaleEnd);
  return found;
});

function signed(raw: string): string {
  const sign = raw.replace(/^[A-Z]+/, '').replace('￥', '¥');
  if (FAMILIES[sign]) return sign;
  return Object.keys(CURRENCIES).find((code) => CURRENCIES[code] === sign) ?? raw;
}

const WORDS = /[\s\u00a0\u202f-]{1,2}(?:[\p{L}.]{1,12}[\s\u00a0])?([\p{L}\p{M}\u055b\u055c\u055e]+)/uy;

/** A word for a currency right after a number, or after one more word: `5 US dollars`. */
function pushWord(found: Money[], { plain, locale }: Text, from: number): void {
  WORDS.lastIndex = from;
  const match = WORDS.exec(plain);
  if (!match) return;
  const { subtag } = figureLexiconOf(locale);
  const near = match[0]
    .trim()
    .replace(/^-/, '')
    .split(/[\s\u00a0]/u);
  for (const raw of near) {
    const key = figureKey(raw, subtag);
    const codes = [...currencyWordsOf(locale)].flatMap(([code, { words, stems }]) =>
      words.has(key) || stems.some((stem) => key.startsWith(stem) && key.length - stem.length < 6)
        ? [code]
        : [],
    );
    if (codes.length === 0 || key.length < 3) continue;
    const start = from + match[0].indexOf(raw);
    const family = Object.keys(FAMILIES).find((sign) => codes.some((code) => FAMILIES[sign]?.includes(code)));
    found.push({ currency: family ?? codes[0] ?? '', raw, start, end: start + raw.length });
    return;
  }
}

/** Whether a text names a currency in any way, beside a number or not. */
export function namesCurrency(text: Text, currency: string): boolean {
  const codes = FAMILIES[currency] ?? [currency];
  const family = Object.keys(FAMILIES).find((sign) => FAMILIES[sign]?.includes(currency));
  const signs = [currency, family, ...codes.map((code) => CURRENCIES[code] ?? '')];
  return (
    signs.some((sign) => sign && text.plain.includes(sign)) ||
    codes.some((code) => text.plain.includes(code) || mentionsCurrency(text, code))
  );
}

/** Whether two ways to name a currency may be the same. */
export function isSameCurrency(one: string, other: string): boolean {
  return one === other || FAMILIES[one]?.includes(other) === true || FAMILIES[other]?.includes(one) === true;
}
