import { figureKey, figureLexiconOf, wordList } from '../../languages/figure-lexicon.ts';
import { isKnown } from './cldr-numbers.ts';
import { UNITS } from './unit-table.ts';

/** The words for something in a locale: keys, and stems that longer forms have. */
export interface Wording {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  /** Parts of names, for what must not be missed. */
  readonly parts: readonly string[];
}

const units = new Map<string, ReadonlyMap<string, Wording>>();
const currencies = new Map<string, ReadonlyMap<string, Wording>>();
const percents = new Map<string, Wording>();

/** The currencies that are looked for, by code, with their signs: a sign may stand for several. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  ...{
    USD: '$',
    EUR: '€',
    GBP: '£',
    JPY: '¥',
    CNY: '¥',
    RUB: '₽',
    UAH: '₴',
    AMD: '֏',
    AZN: '₼',
    GEL: '₾',
    TRY: '₺',
    INR: '₹',
  },
  ...{
    ILS: '₪',
    KRW: '₩',
    PLN: 'zł',
    CHF: 'Fr.',
    CZK: 'Kč',
    BYN: 'Br',
    RON: '',
    MDL: '',
    BGN: '',
    HUF: '',
    SEK: '',
    NOK: '',
  },
  ...{
    DKK: '',
    IRR: '﷼',
    SAR: '﷼',
    AED: '',
    EGP: '',
    KZT: '₸',
    BRL: 'R$',
    MXN: '',
    CAD: '',
    AUD: '',
    ZAR: '',
    VND: '₫',
  },
};

/** The words for each unit in a locale, by CLDR and the language's data. */
export function unitWordsOf(locale: string): ReadonlyMap<string, Wording> {
  return remembered(units, locale, () => {
    const { data } = figureLexiconOf(locale);
    return new Map(
      UNITS.map(({ id, dimension }) => {
        // Short forms of units of time and of the inch are other words as well.
        const isShort = dimension !== 'time' && id !== 'inch';
        const forms = [...unitForms(locale, id, 'long'), ...(isShort ? unitForms(locale, id, 'short') : [])];
        const own = wordingOf(locale, data.units?.[id], forms);
        // Degrees are often not told more closely.
        const parts = dimension === 'temperature' ? wordsIn(unitForms(locale, id, 'long'), locale) : [];
        return [id, { ...own, parts }];
      }),
    );
  });
}

/** The words for each currency in a locale, by CLDR and the language's data. */
export function currencyWordsOf(locale: string): ReadonlyMap<string, Wording> {
  return remembered(currencies, locale, () => {
    const { data } = figureLexiconOf(locale);
    return new Map(
      Object.keys(CURRENCIES).map((code) => [code, currencyWording(locale, code, data.currencies?.[code])]),
    );
  });
}

/** The words for a percent sign in a locale; some are two words with a space between them. */
export function percentWordsOf(locale: string): Wording {
  return remembered(percents, locale, () => {
    const { data } = figureLexiconOf(locale);
    return wordingOf(locale, data.percent, unitForms(locale, 'percent', 'long'));
  });
}

function remembered<T>(known: Map<string, T>, locale: string, make: () => T): T {
  const had = known.get(locale);
  if (had !== undefined) return had;
  const found = make();
  known.set(locale, found);
  return found;
}

/** Currencies of the same name in other countries: what their names have in common is the name. */
const SIBLINGS: Readonly<Record<string, string>> = {
  ...{
    USD: 'CAD',
    CAD: 'AUD',
    AUD: 'USD',
    GBP: 'EGP',
    EGP: 'GBP',
    RUB: 'BYN',
    BYN: 'RUB',
    RON: 'MDL',
    MDL: 'RON',
  },
  ...{
    CHF: 'XAF',
    SEK: 'NOK',
    NOK: 'DKK',
    DKK: 'SEK',
    CZK: 'SEK',
    CNY: 'HKD',
    KRW: 'KPW',
    INR: 'PKR',
    IRR: 'OMR',
  },
  ...{ SAR: 'IRR', AED: 'MAD', MXN: 'ARS', AMD: 'AED' },
};

function currencyWording(locale: string, code: string, listed: string | undefined): Wording {
  const forms = currencyForms(locale, code);
  const own = wordingOf(locale, listed, forms);
  const parts = wordsIn(forms, locale);
  const sibling = SIBLINGS[code];
  const others = sibling ? wordsIn(currencyForms(locale, sibling), locale) : [];
  const shared = parts.filter((word) => others.includes(word));
  return { ...own, words: new Set([...own.words, ...shared]), parts: shared.length > 0 ? [] : parts };
}

function wordsIn(texts: readonly string[], locale: string): string[] {
  const { subtag } = figureLexiconOf(locale);
  return [...new Set(texts.flatMap((text) => figureKey(text, subtag).match(/[\p{L}\p{M}]{3,}/gu) ?? []))];
}

const COUNTS = [1, 2, 3, 5, 21, 1.5];

function unitForms(locale: string, unit: string, unitDisplay: 'long' | 'short'): string[] {
  if (!isKnown(locale)) return [];
  try {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
    return COUNTS.map((count) => textOf(format.formatToParts(count), 'unit'));
  } catch {
    // Not one of the units that ECMA-402 has.
    return [];
  }
}

function currencyForms(locale: string, currency: string): string[] {
  if (!isKnown(locale)) return [];
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name' });
  return COUNTS.map((count) => textOf(format.formatToParts(count), 'currency'));
}

function textOf(parts: readonly Intl.NumberFormatPart[], type: string): string {
  return parts
    .filter((part) => part.type === type)
    .map(({ value }) => value)
    .join(' ')
    .trim();
}

/** The words of the data, and CLDR's forms; what all forms begin with is a stem. */
function wordingOf(locale: string, listed: string | undefined, forms: readonly string[]): Wording {
  const { subtag } = figureLexiconOf(locale);
  const words = new Set<string>();
  const stems = new Set<string>();
  for (const word of wordList(listed)) {
    if (word.endsWith('*')) stems.add(word.slice(0, -1));
    else words.add(figureKey(word.replaceAll('_', ' '), subtag));
  }
  const keys = forms.map((form) =>
    figureKey(form.replace(/[\u200e\u200f]/gu, ''), subtag).replace(/\.$/, ''),
  );
  for (const key of keys) if (key.length > 1 && !/\d/.test(key)) words.add(key);
  const stem = keys.some((key) => /\s/u.test(key)) ? '' : commonStart(keys.filter((key) => key.length > 3));
  if ([...stem].length >= 4 && !stem.includes(' ')) stems.add(stem);
  return { words, stems: [...stems], parts: [] };
}

function commonStart(keys: readonly string[]): string {
  const [first = '', ...rest] = keys;
  let end = first.length;
  for (const key of rest) while (!key.startsWith(first.slice(0, end))) end--;
  return first.slice(0, end);
}
