import { createInterface, languageName, type Words } from '../i18n/words.ts';
import { packageResources } from './package.ts';

const MOST_REMEMBERED = 2_000;

/** What a command says to a person, all in one locale. */
export interface CommandWords {
  /** The locale (BCP 47) that the person asked for. */
  readonly locale: string;
  readonly words: Words;
  /** A number as the locale writes it. */
  readonly number: (value: number) => string;
  /** The name of a language. */
  readonly language: (locale: string) => string;
}

/** The words of the command line in a locale; English where it has none. */
export function commandWords(locale: string): CommandWords {
  const strings = createInterface(packageResources([locale]));
  const own = strings.localeOf(locale);
  return {
    locale,
    words: strings.words(locale),
    number: (value) => strings.number(locale, value),
    language: (tag) => languageName(tag, own),
  };
}

/** What pages need of words: the words for a locale, the language they are really in, and the names of languages. */
export interface PageWords {
  readonly words: (locale: string, key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly uiLocale: (locale: string) => string;
  readonly names: (locale: string, inLocale: string) => string;
}

/** The words of pages in the given locales; English where a locale has none. */
export function pageWords(locales: readonly string[]): PageWords {
  const strings = createInterface(packageResources(locales));
  // A page says the same few things at every segment: formatting them once is enough.
  const said = new Map<string, string>();
  return {
    words: (locale, key, values) => {
      const asked = `${locale} ${key} ${values ? JSON.stringify(values) : ''}`;
      const before = said.get(asked);
      if (before !== undefined) return before;
      if (said.size >= MOST_REMEMBERED) said.clear();
      const text = strings.words(locale)(key, values);
      said.set(asked, text);
      return text;
    },
    uiLocale: strings.localeOf,
    names: languageName,
  };
}
