import { createInterface, languageName, type Words } from '../i18n/words.ts';
import { packageResources } from './strings.ts';

/** The words of the command line. */
export function commandWords(): Words {
  return createInterface(packageResources()).words('en');
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
  return {
    words: (locale, key, values) => strings.words(locale)(key, values),
    uiLocale: strings.localeOf,
    names: languageName,
  };
}
