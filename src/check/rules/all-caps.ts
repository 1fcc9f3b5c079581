import type { PairRule } from '../rule.ts';
import { isAllCaps, isCased, shareOfCapitals } from '../words/capitals.ts';

/** A source wholly in capitals whose target is not. */
export const allCaps: PairRule = {
  id: 'all-caps',
  scope: 'pair',
  severity: 'info',
  check: ({ source, target }) => {
    if (!isAllCaps(source) || !isCased(target)) return [];
    const share = shareOfCapitals(target);
    return share !== null && share < 0.8 ? [{ values: {} }] : [];
  },
};
