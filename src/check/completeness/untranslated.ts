import { normalizeText } from '../../model/content.ts';
import type { Pair } from '../rule.ts';
import { wordsOf } from '../text.ts';

const scripts = new Map<string, string>();

function scriptOf(locale: string): string {
  const known = scripts.get(locale) ?? new Intl.Locale(locale).maximize().script ?? '';
  scripts.set(locale, known);
  return known;
}

/** Words that are the same in many languages: names and abbreviations have capitals, figures have no letters. */
const TELLING = /^\p{Ll}{3}/u;
/** How many words a note must have: sources of quotations often stay as they are. */
const LEAST = { note: 5, other: 3 };

/**
 * Whether a short text is left in the source's language: it is the same, and has words that are no names. Where the two
 * languages have scripts of their own, one such word is enough.
 */
export function isUntranslated({ source, target, kind }: Pair, kept: readonly string[]): boolean {
  const plain = normalizeText(source.plain);
  if (plain !== normalizeText(target.plain) || kept.some((text) => normalizeText(text) === plain))
    return false;
  const words = wordsOf(source).filter(({ text }) => /\p{L}/u.test(text));
  const telling = words.filter(({ text }) => TELLING.test(text));
  if (kind === 'footnote') return words.length >= LEAST.note && telling.length * 2 > words.length;
  if (scriptOf(source.locale) !== scriptOf(target.locale)) return words.length > 1 || telling.length > 0;
  return words.length >= LEAST.other && telling.length > 0;
}
