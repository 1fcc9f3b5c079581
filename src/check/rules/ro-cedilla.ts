import type { Edit } from '../../model/finding.ts';
import { wordSetOf } from '../letters/letters.ts';
import type { CheckSettings, PairRule } from '../rule.ts';
import { wordsOf } from '../text.ts';

const COMMA: Readonly<Record<string, string>> = { ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț' };
const CEDILLA = /[şţŞŢ]/gu;
/** Letters that Turkish and Azerbaijani have and Romanian has not: a word with one is theirs. */
const TURKIC = /[ğıİöüçəĞÖÜÇƏ]/u;

/** Romanian ș and ț written with a cedilla, the letters of Turkish. */
export const roCedilla: PairRule = {
  id: 'ro-cedilla',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }, settings) => {
    const { plain, subtag } = target;
    if ((subtag !== 'ro' && subtag !== 'mo') || plain.search(CEDILLA) === -1) return [];
    const fix: Edit[] = [];
    let example = '';
    for (const { text, start } of wordsOf(target)) {
      if (text.search(CEDILLA) === -1 || isForeign(text, wordSetOf(source), settings)) continue;
      example ||= text;
      for (const { 0: letter, index } of text.matchAll(CEDILLA)) {
        fix.push({ start: start + index, end: start + index + 1, text: COMMA[letter] ?? letter });
      }
    }
    const [first] = fix;
    if (!first) return [];
    return [
      { values: { count: fix.length, word: example }, at: { start: first.start, end: first.end }, fix },
    ];
  },
};

/** Turkish names keep their letters: by their other letters, as the source has them, or by the project's list. */
function isForeign(word: string, source: ReadonlySet<string>, { names, keep }: CheckSettings): boolean {
  if (TURKIC.test(word) || source.has(word)) return true;
  if (keep.texts.some((text) => text.includes(word))) return true;
  return Object.values(names).some(({ forms }) =>
    Object.values(forms).some((list) => list.some((form) => isFormOf(form, word))),
  );
}

function isFormOf(form: string, word: string): boolean {
  return form
    .split(/[\s-]+/u)
    .some((part) => part === word || (part.endsWith('*') && word.startsWith(part.slice(0, -1))));
}
