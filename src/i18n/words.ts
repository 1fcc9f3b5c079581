import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { createStrings, remembered, type Strings, type WordTree } from './strings.ts';

export type { WordTree } from './strings.ts';

/**
 * What can stand in a text: numbers, dates and lists are written as the locale writes them. A list is of things that
 * all hold ("a, b and c") unless it is said to be of things of which one holds ("a, b or c").
 */
export type WordValue = string | number | Date | readonly string[] | { readonly oneOf: readonly string[] };

export type WordValues = Readonly<Record<string, WordValue>>;

/** Gives the text of a key (`error.not-utf8`) with its values; the key itself where there is no text. */
export type Words = (key: string, values?: WordValues) => string;

/** The interface strings of all the locales that there are, as words. */
export interface Interface {
  /** The words for readers of a locale (BCP 47), falling back to its script, its language and then to English. */
  readonly words: (locale: string) => Words;
  /** The locale that the words for a locale are really in, where they are complete. */
  readonly localeOf: (locale: string) => string;
  /** A number as the words for a locale write it. */
  readonly number: (locale: string, value: number) => string;
}

/** Joins the interface strings, which know their fallback, with their formatting. */
export function createInterface(resources: Readonly<Record<string, WordTree>>): Interface {
  const strings = createStrings(resources);
  const formatOf = formats();
  return {
    words: formatter(strings, formatOf),
    localeOf: strings.localeOf,
    number: (locale, value) => formatOf(strings.localeOf(locale)).formatNumber(value),
  };
}

type Formats = (locale: string) => IntlShape<string>;

/** The formatting of a locale, made once. */
function formats(): Formats {
  const cache = createIntlCache();
  const made = new Map<string, IntlShape<string>>();
  return (locale) => {
    const known = made.get(locale);
    if (known) return known;
    const options = { locale, defaultLocale: locale, messages: {}, onError: () => undefined };
    const format = createIntl<string>(options, cache);
    made.set(locale, format);
    return format;
  };
}

/** Texts without these mean themselves in ICU MessageFormat. */
const ICU_MARKS = /[{}'<]/;

/**
 * Formats interface strings for readers of any locale. A text is formatted by the rules of the locale that it was
 * found in; one that cannot be formatted (a value is absent) is given as it is written.
 */
function formatter(strings: Strings, formatOf: Formats): (locale: string) => Words {
  return (locale) => (key, values) => {
    const found = strings.find(locale, key);
    if (!ICU_MARKS.test(found.text)) return found.text;
    const format = formatOf(found.locale);
    return format.formatMessage({ id: key, defaultMessage: found.text }, listed(values ?? {}, format));
  };
}

/** Lists among the values as the locale writes them; an empty one is `none`, by which a text may choose. */
function listed(values: WordValues, format: IntlShape<string>): Record<string, string | number | Date> {
  const list = (items: readonly string[], type: 'conjunction' | 'disjunction'): string =>
    items.length === 0 ? 'none' : format.formatList(items, { type });
  const written = Object.entries(values).map(([name, value]): [string, string | number | Date] => {
    if (isList(value)) return [name, list(value, 'conjunction')];
    if (typeof value !== 'object' || value instanceof Date) return [name, value];
    return [name, list(value.oneOf, 'disjunction')];
  });
  return Object.fromEntries(written);
}

function isList(value: WordValue): value is readonly string[] {
  return Array.isArray(value);
}

const namesIn = remembered((locale: string) => new Intl.DisplayNames([locale, 'en'], { type: 'language' }));

/** The name of a language in a language: `fr` in `fr` is "français". The tag itself where it has no name. */
export function languageName(locale: string, inLocale: string): string {
  return namesIn(inLocale).of(locale) ?? locale;
}
