import { compareCodes } from '../../model/codes.ts';
import type { PairRule } from '../rule.ts';

/** A target whose inline codes are not those of its source. */
export const inlineCodes: PairRule = {
  id: 'inline-codes',
  scope: 'pair',
  severity: 'error',
  check: ({ source, target, codes }) => {
    const { lost, invented, nesting } = compareCodes(source.content, target.content, codes);
    if (lost.length + invented.length + nesting.length === 0) return [];
    return [
      { values: { lost: lost.join(', '), invented: invented.join(', '), nesting: nesting.join(', ') } },
    ];
  },
};
