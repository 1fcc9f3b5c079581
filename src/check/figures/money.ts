import { figureLexiconOf, wordKey } from '../../languages/figure-lexicon.ts';
import { perText, type Text } from '../text.ts';
import { CURRENCIES, currencyWordsOf } from './cldr-measures.ts';
import type { Figure } from './figure.ts';
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
const NEAR_BEFORE = /^[\s\u00a0\u202f.]{0,2}$/u;

/** The amounts of money in a text: signs and codes beside numbers, and words right after them. */
export const moneyOf: (text: Text) => readonly Money[] = perText((text) => {
  const { numbers } = figuresOf(text);
  if (numbers.length === 0) return [];
  const { plain } = text;
  const found: Money[] = [];
  const push = (raw: string, start: number, currency: string): void => {
    if (isBeside(numbers, plain, start, start + raw.length))
      found.push({ currency, raw, start, end: start + raw.length });
  };
  if (/[\p{Sc}]|zł|Kč|Fr/u.test(plain))
    for (const { 0: raw, index } of plain.matchAll(SIGN)) push(raw, index, signed(raw));
  for (const { 0: raw, index } of plain.matchAll(CODE)) push(raw, index, raw);
  for (const { scaleEnd } of numbers) pushWord(found, text, scaleEnd);
  return found;
});

/** So many numbers before a sign are looked at. */
const MOST_BEFORE = 8;

/** Whether a number stands right before or right behind a place; numbers are in order. */
function isBeside(numbers: readonly Figure[], plain: string, start: number, end: number): boolean {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  const next = numbers[low];
  if (next && NEAR.test(plain.slice(end, Math.min(next.start, end + 3)))) return true;
  for (let at = low - 1; at >= 0 && at >= low - MOST_BEFORE; at--) {
    const figure = numbers[at];
    if (!figure || figure.end > start || start - figure.scaleEnd > 2) continue;
    if (NEAR_BEFORE.test(plain.slice(Math.min(figure.scaleEnd, start), start))) return true;
  }
  return false;
}

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
    const currency = currencyOf(wordKey(raw, subtag), locale);
    if (currency === null) continue;
    const start = from + match[0].indexOf(raw);
    found.push({ currency, raw, start, end: start + raw.length });
    return;
  }
}

/** So many words of a locale are remembered. */
const MOST_WORDS = 20_000;
const named = new Map<string, Map<string, string | null>>();

/** The currency, or the sign that several share, for which a word stands; null where it stands for none. */
function currencyOf(key: string, locale: string): string | null {
  if (key.length < 3) return null;
  let known = named.get(locale);
  if (!known || known.size > MOST_WORDS) {
    known = new Map();
    named.set(locale, known);
  }
  const had = known.get(key);
  if (had !== undefined) return had;
  const codes = [...currencyWordsOf(locale)].flatMap(([code, { words, stems }]) =>
    words.has(key) || stems.some((stem) => key.startsWith(stem) && key.length - stem.length < 6)
      ? [code]
      : [],
  );
  const family = Object.keys(FAMILIES).find((sign) => codes.some((code) => FAMILIES[sign]?.includes(code)));
  const found = family ?? codes[0] ?? null;
  known.set(key, found);
  return found;
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
