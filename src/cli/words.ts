import { createPageWords, type PageWords } from '../i18n/page-words.ts';
import { createInterface, languageName, type Words } from '../i18n/words.ts';
import { packageResources } from '../project/package.ts';

/** What a command says to a person, all in one locale. */
export interface CommandWords {
  /** The locale (BCP 47) that the person asked for. */
  readonly locale: string;
  /** The locale that the words are really in. */
  readonly textLocale: string;
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
    textLocale: own,
    words: strings.words(locale),
    number: (value) => strings.number(locale, value),
    language: (tag) => languageName(tag, own),
  };
}

/** The words of pages in the given locales; English where a locale has none. */
export function pageWords(locales: readonly string[]): PageWords {
  return createPageWords(packageResources(locales));
}
