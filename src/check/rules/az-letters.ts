import { AZ_LOST, AZ_LOST_ENDING } from '../../languages/az-words.ts';
import { scriptsOf } from '../../languages/scripts.ts';
import type { Edit } from '../../model/finding.ts';
import { lowerWordsOf, wordAround, wordSetOf } from '../letters/letters.ts';
import type { Found, PairRule } from '../rule.ts';
import { type Text, type Word, wordsOf } from '../text.ts';

/** Doubles of ə: the Cyrillic letter, the one of African alphabets. */
const SCHWAS: Readonly<Record<string, string>> = { ә: 'ə', Ә: 'Ə', ǝ: 'ə', Ǝ: 'Ə' };
/** A capital I or İ within a word in small letters, and the two pieces that wrong lower case makes of İ. */
const WRONG_CASE = /(?<=\p{Ll})[Iİ](?=\p{Ll})|i\u0307/gu;
const SMALL: Readonly<Record<string, string>> = { I: 'ı', İ: 'i', 'i\u0307': 'i' };
/** The letter that hardly a line of the language is without. */
const SCHWA = /ə/iu;
/**
 * Texts that have none of it are strange from so many letters on: any text, one in which e or a is as frequent as if it
 * stood for ə too.
 */
const STRANGE = { any: 110, e: 35, a: 55 } as const;
const SHARE = { e: 0.11, a: 0.17 } as const;

/** Only texts with one of these have a word with an ending that lost a letter. */
const SUSPECT = /e(?!\p{L})|l[ae]r|[mc]e[kl]|[ie][nd]d?e|li[qğ]/u;

/** Azerbaijani in Latin letters that lost its own: ә, ve, azadliq. */
export const azLetters: PairRule = {
  id: 'az-letters',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => {
    if (target.subtag !== 'az' || !scriptsOf(target.locale).has('Latn')) return [];
    const theirs = wordSetOf(source);
    const wrong = [...target.plain.matchAll(WRONG_CASE)];
    const replaced = [
      ...replacements([...target.plain.matchAll(/[әӘǝƎ]/gu)], SCHWAS, 'schwa'),
      ...replacements(
        wrong.filter(({ index }) => !theirs.has(wordAround(target.plain, index))),
        SMALL,
        'case',
      ),
    ];
    return [...replaced, ...lostWords(target, theirs), ...bareText(target)];
  },
};

function replacements(
  matches: readonly RegExpExecArray[],
  by: Readonly<Record<string, string>>,
  kind: string,
): Found[] {
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

/** A text of some length without ə. */
function bareText(target: Text): Found[] {
  const { plain } = target;
  if (plain.length < STRANGE.e || SCHWA.test(plain)) return [];
  const small = wordsOf(target).filter(({ text }) => /^\p{Ll}+$/u.test(text));
  const letters = small.map(({ text }) => text).join('');
  const count = letters.length;
  const isFrequent = (letter: 'a' | 'e'): boolean =>
    count >= STRANGE[letter] && letters.split(letter).length - 1 > SHARE[letter] * count;
  if (count < STRANGE.any && !isFrequent('e') && !isFrequent('a')) return [];
  return [{ values: { kind: 'none', count, word: '', right: 'ə' } }];
}
