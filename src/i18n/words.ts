import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { createStrings, remembered, type Strings, type WordTree } from './strings.ts';

export type { WordTree } from './strings.ts';

/** What can stand in a text: numbers and dates are written as the locale writes them. */
export type WordValues = Readonly<Record<string, string | number | Date>>;

/** Gives the text of a key (`error.not-utf8`) with its values; the key itself where there is no text. */
export type Words = (key: string, values?: WordValues) => string;

/** The interface strings of all the locales that there are, as words. */
export interface Interface {
  /** The words for readers of a locale (BCP 47), falling back to its language and then to English. */
  readonly words: (locale: string) => Words;
  /** The locale that the words for a locale are really in, where they are complete. */
  readonly localeOf: (locale: string) => string;
}

/** Joins the interface strings, which know their fallback, with their formatting. */
export function createInterface(resources: Readonly<Record<string, WordTree>>): Interface {
  const strings = createStrings(resources);
  return { words: formatter(strings), localeOf: strings.localeOf };
}

/** Texts without these mean themselves in ICU MessageFormat. */
const ICU_MARKS = /[{}'<]/;

/**
 * Formats interface strings for readers of any locale. A text is formatted by the rules of the locale that it was
 * found in; one that cannot be formatted (a value is absent) is given as it is written.
 */
function formatter(strings: Strings): (locale: string) => Words {
  const cache = createIntlCache();
  const made = new Map<string, IntlShape<string>>();
  const formatOf = (locale: string): IntlShape<string> => {
    const known = made.get(locale);
    if (known) return known;
    const options = { locale, defaultLocale: locale, messages: {}, onError: () => undefined };
    const format = createIntl<string>(options, cache);
    made.set(locale, format);
    return format;
  };
  return (locale) => (key, values) => {
    const found = strings.find(locale, key);
    if (!ICU_MARKS.test(found.text)) return found.text;
    return formatOf(found.locale).formatMessage({ id: key, defaultMessage: found.text }, { ...values });
  };
}

const namesIn = remembered((locale: string) => new Intl.DisplayNames([locale, 'en'], { type: 'language' }));

/** The name of a language in a language: `fr` in `fr` is "français". The tag itself where it has no name. */
export function languageName(locale: string, inLocale: string): string {
  return namesIn(inLocale).of(locale) ?? locale;
}
