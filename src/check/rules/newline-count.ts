import { countFault } from '../marks/counts.ts';
import type { PairRule } from '../rule.ts';

/** More or fewer line breaks than in the source. */
export const newlineCount: PairRule = {
  id: 'newline-count',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => countFault(source.plain, target.plain, '\n'),
};
