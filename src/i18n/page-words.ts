import { createInterface, languageName, type WordTree } from './words.ts';

const MOST_REMEMBERED = 20_000;

/** What pages need of words: the words for a locale, the language they are really in, and the names of languages. */
export interface PageWords {
  readonly words: (locale: string, key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly uiLocale: (locale: string) => string;
  readonly names: (locale: string, inLocale: string) => string;
}

/** Joins the interface strings of some locales as the words of pages; English where a locale has none. */
export function createPageWords(resources: Readonly<Record<string, WordTree>>): PageWords {
  const strings = createInterface(resources);
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
