import type { PairRule } from '../rule.ts';
import { hasFinalMarks, sentencesOf } from '../words/ends.ts';

/** A target that has more or fewer sentences than its source. */
export const sentenceCount: PairRule = {
  id: 'sentence-count',
  scope: 'pair',
  severity: 'info',
  optIn: true,
  check: ({ source, target }) => {
    if (!hasFinalMarks(source) || !hasFinalMarks(target)) return [];
    const [expected, found] = [sentencesOf(source).length, sentencesOf(target).length];
    return expected === found ? [] : [{ values: { expected, found } }];
  },
};
