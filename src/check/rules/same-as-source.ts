import { isKept, withoutKept } from '../letters/kept.ts';
import { hasCapital, isOfLetters } from '../letters/letters.ts';
import type { CheckSettings, Pair, PairRule } from '../rule.ts';
import { CODE, maskedOf, type Text, wordsOf } from '../text.ts';

/** Fewer words of its own may well be the same in two languages: `Article 1`. */
const LEAST = 3;
/** Spaces, marks and digits say nothing of whether a text was translated. */
const NO_LETTERS = /[^\p{L}\p{M}-]+/gu;

/** A target that is the source's text. */
export const sameAsSource: PairRule = {
  id: 'same-as-source',
  scope: 'pair',
  severity: 'warning',
  check: (pair, settings) => {
    const { source, target, kind } = pair;
    if (source.subtag === target.subtag || !isSame(source.plain, target.plain)) return [];
    if (isKept(target.plain, kind, settings)) return [];
    const words = ownWords(target, settings);
    if (words.length < LEAST || isListOfNames(pair, words)) return [];
    return [{ values: { count: words.length } }];
  },
};

function isSame(source: string, target: string): boolean {
  if (source === target) return true;
  if (Math.abs(source.length - target.length) > 4 + source.length / 8) return false;
  if (firstLetter(source) !== firstLetter(target)) return false;
  return fold(source) === fold(target);
}

function firstLetter(text: string): string {
  return text.match(/\p{L}/u)?.[0].toLowerCase() ?? '';
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(NO_LETTERS, '');
}

/** The words that are neither acronyms, codes nor parts of what is kept. */
function ownWords(target: Text, settings: CheckSettings): string[] {
  const left = withoutKept(maskedOf(target), settings, target.locale);
  return wordsOf(target)
    .filter((word) => isOfLetters(word) && !left.slice(word.start, word.end).includes(CODE))
    .map(({ text }) => text)
    .filter((word) => !/^\p{Lu}[\p{Lu}\p{M}]+$/u.test(word));
}

/** Names side by side, in a text that is neither a sentence nor a title: `Human Rights Watch`. */
function isListOfNames({ kind, source }: Pair, words: readonly string[]): boolean {
  if (kind === 'heading' || kind === 'title' || kind === 'frontMatter' || /[.!?…]$/u.test(source.plain))
    return false;
  const long = words.filter((word) => word.length > 3);
  return long.length > 0 && long.every(hasCapital);
}
