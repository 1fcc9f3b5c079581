import { createInstance } from 'i18next';
import { LAST_LOCALE, localeChain } from './locale.ts';

/** The interface strings of one locale, by group: a leaf is an ICU MessageFormat text. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** The interface strings of all the locales that there are, not yet formatted. */
export interface Strings {
  /** The text of a key for readers of a locale (BCP 47), falling back to its language and then to English. */
  readonly find: (locale: string, key: string) => FoundText;
  /** The locale that the words for a locale are really in, where they are complete. */
  readonly localeOf: (locale: string) => string;
}

/** A text, and the locale that it was found in. Where there is no text, it is the key itself. */
export interface FoundText {
  readonly text: string;
  readonly locale: string;
}

const NAMESPACE = 'ui';

/** Holds the interface strings; i18next knows their fallback. */
export function createStrings(resources: Readonly<Record<string, WordTree>>): Strings {
  const strings = createInstance();
  void strings.init({
    lng: LAST_LOCALE,
    fallbackLng: LAST_LOCALE,
    ns: NAMESPACE,
    defaultNS: NAMESPACE,
    initAsync: false,
    resources: Object.fromEntries(
      Object.entries(resources).map(([tag, tree]) => [tag, { [NAMESPACE]: tree }]),
    ),
  });
  const find = (locale: string, key: string): FoundText => {
    const { res, usedLng } = strings.t(key, { lng: locale, returnDetails: true, skipInterpolation: true });
    return { text: String(res), locale: usedLng };
  };
  const localeOf = (locale: string): string =>
    localeChain(locale).find((tag) => Object.hasOwn(resources, tag)) ?? LAST_LOCALE;
  return { find: remembered(find), localeOf: remembered((locale: string) => localeOf(locale)) };
}

/** A function of a locale and a key that looks each pair up once: pages ask for a few texts very often. */
export function remembered<T>(look: (locale: string, key: string) => T): (locale: string, key?: string) => T {
  const known = new Map<string, Map<string, T>>();
  return (locale, key = '') => {
    const own = known.get(locale) ?? new Map<string, T>();
    if (own.size === 0) known.set(locale, own);
    const before = own.get(key);
    if (before !== undefined) return before;
    const found = look(locale, key);
    own.set(key, found);
    return found;
  };
}
