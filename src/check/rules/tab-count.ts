import { countFault } from '../marks/counts.ts';
import type { PairRule } from '../rule.ts';

/** More or fewer tabs than in the source. */
export const tabCount: PairRule = {
  id: 'tab-count',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => countFault(source.plain, target.plain, '\t'),
};
