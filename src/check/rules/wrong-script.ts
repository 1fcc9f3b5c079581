import { NO_SCRIPT, type Script, scriptOf, scriptsOf } from '../../languages/scripts.ts';
import { isKept, withoutKept } from '../letters/kept.ts';
import { countExpected, countLetters, hasCapital, type Letters, lettersOf } from '../letters/letters.ts';
import type { CheckSettings, Pair, PairRule } from '../rule.ts';
import { maskedOf } from '../text.ts';

/** Fewer letters in another script may be a sign, a brand or an address. */
const LEAST = 6;
/** More words in capitals that the source has too are hardly a name. */
const LONGEST_NAME = 4;
/** In a text that has letters of its own, fewer words of another script than these are terms of some trade. */
const LEAST_WORDS = 3;
/** A character of these scripts is a syllable or a word, and weighs as many letters. */
const WEIGHTS: Readonly<Record<Script, number>> = { Hani: 3, Hang: 2, Hira: 2, Kana: 2 };

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu;

/** A target of which most letters are not in its locale's script. */
export const wrongScript: PairRule = {
  id: 'wrong-script',
  scope: 'pair',
  severity: 'error',
  check: (pair, settings) => {
    const { target, kind } = pair;
    const own = scriptsOf(target.locale);
    if (!isMostlyForeign(lettersOf(target), own) || isKept(target.plain, kind, settings)) return [];
    const { text, count } = withoutNames(pair, settings);
    const counted = countLetters(text);
    if (!isMostlyForeign(counted, own)) return [];
    const script = mainScript(counted, own);
    if (script === 'Latn' && countExpected(target, counted) > 0 && count < LEAST_WORDS) return [];
    return [{ values: { script, expected: [...own].join(', ') } }];
  },
};

function isMostlyForeign({ counts }: Letters, own: ReadonlySet<Script>): boolean {
  let foreign = 0;
  let expected = 0;
  for (const [script, count] of counts) {
    const weight = count * (WEIGHTS[script] ?? 1);
    if (own.has(script)) expected += weight;
    else foreign += weight;
  }
  return foreign >= LEAST && foreign > expected;
}

function mainScript({ counts }: Letters, own: ReadonlySet<Script>): Script {
  const others = [...counts].filter(([script]) => !own.has(script));
  return others.reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0];
}

/**
 * The target without acronyms, words with digits, what the project keeps, and brands and names: words with a capital, in
 * a text that has letters of its own, if they are Latin; else a few that the source has too. And how many words in other scripts are left.
 */
function withoutNames({ source, target }: Pair, settings: CheckSettings): { text: string; count: number } {
  const plain = withoutKept(maskedOf(target), settings, target.locale);
  const own = scriptsOf(target.locale);
  const theirs = new Set(source.plain.match(WORD));
  const hasOwn = countExpected(target, lettersOf(target)) > 1;
  const isForeign = (word: string): boolean => !own.has(scriptOf(word.codePointAt(0) ?? 0));
  const parts = plain.replace(WORD, (word) => partsOf(word).join('\n'));
  const names = (parts.match(WORD) ?? []).filter(
    (word) => isForeign(word) && hasCapital(word) && theirs.has(word),
  );
  let count = 0;
  const text = parts.replace(WORD, (word) => {
    if (/\p{N}/u.test(word)) return '';
    if (!isForeign(word)) return word;
    const isAcronym = /^\p{Lu}{1,6}$/u.test(word);
    const isBrand = hasOwn && scriptOf(word.codePointAt(0) ?? 0) === 'Latn';
    const isName = hasCapital(word) && (isBrand || (theirs.has(word) && names.length <= LONGEST_NAME));
    if (isAcronym || isName) return '';
    count++;
    return word;
  });
  return { text, count };
}

/** A word parted where its script changes: `Scratch財団`. */
function partsOf(word: string): string[] {
  const parts: string[] = [];
  let last: Script = NO_SCRIPT;
  for (const letter of word) {
    const script = scriptOf(letter.codePointAt(0) ?? 0);
    if (parts.length > 0 && (script === NO_SCRIPT || script === last || last === NO_SCRIPT)) {
      parts[parts.length - 1] += letter;
    } else parts.push(letter);
    if (script !== NO_SCRIPT) last = script;
  }
  return parts;
}
