import { REPEATS_FREELY, repeatedWords } from '../../languages/repeated.ts';
import { perText, type Text, type Word, wordsOf } from '../text.ts';
import { acronymsOf, isCased } from './capitals.ts';

/** Two equal words in a row. */
export interface Repeat {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Languages written without spaces; there a word of a single sign may stand twice. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'yue', 'wuu', 'th']);
const LONG_ENOUGH =
  /^[\p{Script=Han}\p{Script=Hiragana}]{2,}$|^\p{Script=Katakana}{3,}$|^\p{Script=Thai}{4,}$/u;

/** The places where the same word stands twice, only white space between, case aside: all of them, right or wrong. */
export const repeatsOf: (text: Text) => readonly Repeat[] = perText((text) => {
  const words = wordsOf(text);
  const repeats: Repeat[] = [];
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (before && word && isRepeat(text, before, word)) {
      repeats.push({ word: word.text, start: before.start, end: word.end });
    }
  }
  return repeats;
});

function isRepeat({ plain, subtag }: Text, before: Word, word: Word): boolean {
  if (before.text.length !== word.text.length) return false;
  if (before.text !== word.text && !isSameAtStart(plain, before, word)) return false;
  if (!/\p{L}/u.test(word.text) || !/..\P{M}*$/su.test(word.text.replace(/\p{M}/gu, ''))) return false;
  for (let at = before.end; at < word.start; at++) if (!/\s/.test(plain[at] ?? '')) return false;
  if (before.end < word.start) return true;
  return UNSPACED.has(subtag) && LONG_ENOUGH.test(word.text);
}

/** A capital that only the sentence's start has; elsewhere `Will will` and `sie Sie` are two words. */
function isSameAtStart(plain: string, before: Word, word: Word): boolean {
  if (before.text.toLowerCase() !== word.text.toLowerCase() || word.text !== word.text.toLowerCase())
    return false;
  return /(?:^|[.!?…:։。¿¡«“„"])[\s"“„«'(]*$/u.test(plain.slice(Math.max(0, before.start - 4), before.start));
}

/** An acronym that has a letter twice, told letter by letter in a script without capitals: BBC, `بي بي سي`. */
export function isSpelling(source: Text, target: Text, { word }: Repeat): boolean {
  return word.length <= 3 && !isCased(target) && acronymsOf(source).some((one) => /(.)\1/u.test(one));
}

/** Whether a language has the word twice in a row where nothing is wrong. */
export function mayRepeat({ plain, subtag }: Text, { word, start }: Repeat): boolean {
  if (REPEATS_FREELY.has(subtag)) return true;
  const key = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0591-\u05c7\u064b-\u0655\u0670\u0640]/g, '')
    .normalize('NFC');
  if (repeatedWords(subtag).has(key)) return true;
  return (
    subtag === 'de' &&
    GERMAN_RELATIVES.test(key) &&
    BEFORE_RELATIVE.test(plain.slice(Math.max(0, start - 24), start))
  );
}

/** `…, die die Regeln`, `…, mit der der Weg`, `dass die die`: a relative pronoun or a subject, and an article. */
const GERMAN_RELATIVES = /^(?:die|der|das|dem|den)$/;
const BEFORE_RELATIVE = /(?:[,–—(]\s*(?:\p{L}+\s+){0,2}|\b(?:und|oder|dass|ob|wenn|weil|als|wie)\s+)$/u;
