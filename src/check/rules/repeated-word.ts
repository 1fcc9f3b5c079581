import type { PairRule } from '../rule.ts';
import { isSpelling, mayRepeat, repeatsOf } from '../words/repeated.ts';

/** The same word twice in a row, where neither the language nor the source has it so. */
export const repeatedWord: PairRule = {
  id: 'repeated-word',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => {
    const repeats = repeatsOf(target);
    if (repeats.length === 0 || repeats.length <= repeatsOf(source).length) return [];
    return repeats
      .filter((repeat) => !mayRepeat(target, repeat) && !isSpelling(source, target, repeat))
      .map(({ word, start, end }) => ({ values: { word }, at: { start, end } }));
  },
};
