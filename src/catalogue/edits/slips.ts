import type { Lexicon } from '../../languages/lexicon.ts';
import { isCapital, tokensOf } from '../../languages/tokens.ts';
import { slipsBetween } from '../../model/slips.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_WORDS = 2;
const SHORTEST_WORD = 4;
const LONGEST_WORD = 60;
const SWAPPED_FROM = 5;
const LONG_FROM = 8;
const WORD = /\p{L}(?:[\p{L}\p{M}]|['’ʼ](?=\p{L}))*/gu;

/**
 * Whether one or two misspelt words are all that two texts differ in. A slip is swapped neighbours, a doubled letter,
 * a missing accent, or a letter or two within the word: not at its start, where prefixes turn a meaning round, nor at
 * its end, where grammar lives. The vocabulary has the last word.
 */
export function isMended(before: string, after: string, lexicon: Lexicon, vocabulary: Vocabulary): boolean {
  if (before.replace(WORD, 'w') !== after.replace(WORD, 'w')) return false;
  const [old, now] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  const pairs = old
    .map((word, i) => [word, now[i] ?? ''] as const)
    .filter(([wrong, right]) => wrong !== right);
  if (pairs.length > MOST_WORDS) return false;
  return pairs.every(([wrong, right]) => {
    const times = pairs.filter(([, other]) => other.toLowerCase() === right.toLowerCase()).length;
    if (vocabulary.isListed(wrong, right)) return true;
    return isSlip(wrong, right, lexicon, vocabulary) && vocabulary.isMend(wrong, right, times);
  });
}

function isSlip(wrong: string, right: string, lexicon: Lexicon, vocabulary: Vocabulary): boolean {
  if (Math.min(wrong.length, right.length) < SHORTEST_WORD) return false;
  if (Math.max(wrong.length, right.length) > LONGEST_WORD) return false;
  if (saysMuch(wrong, lexicon) || saysMuch(right, lexicon)) return false;
  if (isCapital(wrong) !== isCapital(right) || mayBeName(wrong, right, lexicon, vocabulary)) return false;
  const [start, end] = [sharedStart(wrong, right), sharedEnd(wrong, right)];
  const room = Math.min(wrong.length, right.length);
  const tail = Math.min(end, room - start);
  const [a, b] = [wrong.slice(start, wrong.length - tail), right.slice(start, right.length - tail)];
  if (isAlternation(a, b, lexicon)) return false;
  if (isAccent(wrong, right)) return tail >= 2;
  if (a.length === 2 && a === [...b].reverse().join(''))
    return room >= SWAPPED_FROM && start >= 1 && tail >= 1;
  if (
    isDoubled(a + b, start, wrong.length > right.length ? wrong : right, a.length === 0 || b.length === 0)
  ) {
    return start >= 1 && tail >= 2;
  }
  if (a.length + b.length === 1 && room >= LONG_FROM) return start >= 2 && tail >= 2;
  if (start < 3 || tail < 3) return false;
  return slipsBetween(wrong, right) <= (room >= LONG_FROM ? 2 : 1);
}

/** Whether a word is in a list of the language: a number, date, negation, modal verb or known name. */
function saysMuch(word: string, lexicon: Lexicon): boolean {
  const { number, weak, month, day, negation, second, modal, isKnownName } = lexicon;
  return tokensOf(word, lexicon).some(
    ({ word: one }) =>
      negation(one) ||
      second.has(one) ||
      weak.has(one) ||
      isKnownName(one) ||
      [number, month, day, modal].some((find) => find(one) !== undefined),
  );
}

/**
 * Whether a word may be a name, which no cosmetic edit touches: one with a capital letter that stands nowhere in lower
 * case, or any in a script without capitals; but for an ending that no name has.
 */
function mayBeName(wrong: string, right: string, { data }: Lexicon, vocabulary: Vocabulary): boolean {
  if (data.common?.test(wrong) && data.common.test(right)) return false;
  if (data.capitals === 'none' || !/^[\p{Lu}\p{Ll}]/u.test(right)) return true;
  return isCapital(right) && (data.capitals === 'nouns' || !vocabulary.isCommon(right));
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function sharedEnd(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[a.length - 1 - at] === b[b.length - 1 - at]) at++;
  return at;
}

function isAlternation(a: string, b: string, { data }: Lexicon): boolean {
  if (a.length !== 1 || b.length !== 1) return false;
  return (data.alternations ?? '')
    .split(' ')
    .some((pair) => pair.length === 2 && pair.includes(a) && pair.includes(b));
}

function isAccent(a: string, b: string): boolean {
  const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
  return plain(a) === plain(b);
}

function isDoubled(letter: string, start: number, longer: string, isOneSided: boolean): boolean {
  if (!isOneSided || letter.length !== 1) return false;
  return longer[start - 1] === letter || longer[start + 1] === letter;
}
