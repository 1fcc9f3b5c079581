import { AZ_LOST, AZ_LOST_ENDING } from '../../languages/az-words.ts';
import { scriptsOf } from '../../languages/scripts.ts';
import type { Edit } from '../../model/finding.ts';
import { lowerWordsOf, wordSetOf } from '../letters/letters.ts';
import type { Found, PairRule } from '../rule.ts';
import { type Text, type Word, wordsOf } from '../text.ts';

/** Doubles of ə: the Cyrillic letter, the one of African alphabets. */
const SCHWAS: Readonly<Record<string, string>> = { ә: 'ə', Ә: 'Ə', ǝ: 'ə', Ǝ: 'Ə' };
/** A capital I or İ within a word in small letters, and the two pieces that wrong lower case makes of İ. */
const WRONG_CASE = /(?<=\p{Ll})[Iİ](?=\p{Ll})|i\u0307/gu;
const SMALL: Readonly<Record<string, string>> = { I: 'ı', İ: 'i', 'i\u0307': 'i' };
/** Letters of the language that a keyboard of another has not. */
const SPECIAL = /[əığşçöü]/iu;
/** A text of this many letters has some of them, in all but one of ten thousand cases. */
const ENOUGH = 45;

/** Only texts with one of these have a word with an ending that lost a letter. */
const SUSPECT = /ler|mek|meli|ecek|sinde|li[qğ]/u;

/** Azerbaijani in Latin letters that lost its own: ә, ve, azadliq. */
export const azLetters: PairRule = {
  id: 'az-letters',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => {
    if (target.subtag !== 'az' || !scriptsOf(target.locale).has('Latn')) return [];
    const replaced = [
      ...replacements(target.plain, /[әӘǝƎ]/gu, SCHWAS, 'schwa'),
      ...replacements(target.plain, WRONG_CASE, SMALL, 'case'),
    ];
    return [...replaced, ...lostWords(target, wordSetOf(source)), ...bareText(target)];
  },
};

function replacements(
  plain: string,
  pattern: RegExp,
  by: Readonly<Record<string, string>>,
  kind: string,
): Found[] {
  const matches = [...plain.matchAll(pattern)];
  const fix = matches.map(
    ({ 0: found, index }): Edit => ({
      start: index,
      end: index + found.length,
      text: by[found] ?? found,
    }),
  );
  const [first] = fix;
  if (!first) return [];
  const values = { kind, count: fix.length, word: matches[0]?.[0] ?? '', right: first.text };
  return [{ values, at: { start: first.start, end: first.end }, fix }];
}

function lostWords(target: Text, source: ReadonlySet<string>): Found[] {
  const lower = lowerWordsOf(target);
  const mayEnd = SUSPECT.test(target.plain);
  const lost: Word[] = [];
  for (const [at, word] of wordsOf(target).entries()) {
    const isLost =
      AZ_LOST.has(lower[at] ?? '') ||
      (mayEnd && AZ_LOST_ENDING.test(at === 0 ? (lower[at] ?? '') : word.text));
    if (isLost && !source.has(word.text)) lost.push(word);
  }
  const [first] = lost;
  if (!first) return [];
  const right = AZ_LOST.get(first.text.toLowerCase()) ?? 'none';
  const { start, end } = first;
  return [{ values: { kind: 'word', count: lost.length, word: first.text, right }, at: { start, end } }];
}

/** A text of some length in Latin letters only a to z. */
function bareText(target: Text): Found[] {
  const { plain } = target;
  if (plain.length < ENOUGH || SPECIAL.test(plain)) return [];
  const small = wordsOf(target).filter(({ text }) => /^[a-z]+$/u.test(text));
  const count = small.reduce((sum, { text }) => sum + text.length, 0);
  return count < ENOUGH ? [] : [{ values: { kind: 'none', count, word: '', right: 'ə' } }];
}
