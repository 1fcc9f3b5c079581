import { figureKey, figureLexiconOf } from '../../languages/figure-lexicon.ts';
import { dateFactsOf, type Month } from './cldr-dates.ts';

/** What is known of a word. */
export interface KnownWord {
  readonly key: string;
  readonly numbers: readonly number[] | undefined;
  readonly month: Month | undefined;
  readonly isAnd: boolean;
}

/** So many words of a locale are remembered. */
const MOST_WORDS = 20_000;
/** What is known of words as they are written. */
export type KnownWords = Map<string, KnownWord | null>;
const words = new Map<string, KnownWords>();

/** The words of a locale that are remembered. */
export function wordsIn(locale: string): KnownWords {
  let known = words.get(locale);
  if (!known || known.size > MOST_WORDS) {
    known = new Map();
    words.set(locale, known);
  }
  return known;
}

/** What is known of a word as it is written; null for one that has to be taken apart. */
export function wordOf(raw: string, locale: string, known: KnownWords): KnownWord | null {
  const had = known.get(raw);
  if (had !== undefined) return had;
  const found = /^[\p{L}\p{M}]+$/u.test(raw) ? readWord(raw, locale) : null;
  known.set(raw, found);
  return found;
}

/** Reads a word of letters alone. */
export function readWord(raw: string, locale: string): KnownWord {
  const lexicon = figureLexiconOf(locale);
  const key = figureKey(raw, lexicon.subtag);
  const month = dateFactsOf(locale).month(key);
  return { key, numbers: lexicon.number(key), month, isAnd: lexicon.and.has(key) };
}
