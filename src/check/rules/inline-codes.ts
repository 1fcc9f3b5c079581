import { compareCodes } from '../../model/codes.ts';
import type { Rule } from '../rule.ts';

/** A target whose inline codes are not those of its source. A stale target is compared when it is renewed. */
export const inlineCodes: Rule = {
  id: 'inline-codes',
  check: ({ standings, read }) =>
    standings.flatMap(({ id, entry, target, holder, stale }) => {
      if (!target || stale || holder !== id || target.covers?.length) return [];
      const { lost, invented, nesting } = compareCodes(read(entry.text), read(target.text), entry.codes);
      if (lost.length + invented.length + nesting.length === 0) return [];
      const values = { lost: lost.join(', '), invented: invented.join(', '), nesting: nesting.join(', ') };
      return [{ severity: 'error', segment: id, values }];
    }),
};
