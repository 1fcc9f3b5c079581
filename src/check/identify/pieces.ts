import { kindsIn, NUMBER, SURROGATE } from '../chars.ts';
import { hasCapital, lowerWordsOf, wordSetOf } from '../letters/letters.ts';
import type { Pair } from '../rule.ts';
import { wordsOf } from '../text.ts';

/** A sentence or two of a target, as its language is judged. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Its words in lower case, without names, numbers and codes. */
  readonly words: readonly string[];
  /** How many letters those have. */
  readonly letters: number;
}

/** No piece of this many letters is parted any more, and none has fewer if it can be helped. */
const LONG = 150;
const SHORT = 30;
const END = /[.!?…։۔؟।]["'»”’)]*\s/gu;

/** The pieces of a pair's target. */
export function piecesOf(pair: Pair): Piece[] {
  const { target } = pair;
  const words = wordsOf(target);
  const lower = lowerWordsOf(target);
  const isName = nameTest(pair);
  const pieces: Piece[] = [];
  const ends = target.plain.length > LONG ? [...target.plain.matchAll(END)].map(({ index }) => index) : [];
  let own: string[] = [];
  let letters = 0;
  let start = 0;
  let next = 0;
  const close = (end: number): void => {
    pieces.push({ start, end, words: own, letters });
    own = [];
    letters = 0;
    start = end;
  };
  for (const [at, word] of words.entries()) {
    if ((ends[next] ?? Number.POSITIVE_INFINITY) < word.start) {
      while ((ends[next] ?? Number.POSITIVE_INFINITY) < word.start) next++;
      if (letters >= SHORT) close(word.start);
    }
    if (isName(word.text, at)) continue;
    own.push(lower[at] ?? '');
    letters += word.text.length;
  }
  close(target.plain.length);
  return pieces;
}

/**
 * Tells words that say nothing of a language: with digits, and names, which are words with a capital that the source has
 * too, and words of the source between those (`Declaration of Independence`); unless the target is all the source's
 * words, for then it is a copy.
 */
function nameTest({ source, target }: Pair): (word: string, at: number) => boolean {
  const theirs = wordSetOf(source);
  const words = wordsOf(target);
  let count = 0;
  const shared = words.map(({ text }) => {
    const isShared = theirs.has(text);
    if (isShared) count++;
    return isShared;
  });
  const isCopy = count > 3 && count > 0.9 * words.length;
  const isName = (at: number): boolean => shared[at] === true && hasCapital(words[at]?.text ?? '');
  return (word, at) => {
    const kinds = kindsIn(word);
    if (kinds & NUMBER || (kinds & SURROGATE && /\p{N}/u.test(word))) return true;
    if (isCopy || shared[at] !== true) return false;
    return hasCapital(word) || isName(at - 1) || isName(at + 1);
  };
}
