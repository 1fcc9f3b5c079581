import type { PairRule } from '../rule.ts';
import { hasCapitalWords, isAllCaps, isCased, shareOfCapitals, shoutedOf } from '../words/capitals.ts';

/** A source wholly in capitals whose target is not, or words in capitals of which the target has none. */
export const allCaps: PairRule = {
  id: 'all-caps',
  scope: 'pair',
  severity: 'info',
  check: ({ source, target }) => {
    if (!isCased(target)) return [];
    if (!isAllCaps(source)) {
      const words = shoutedOf(source);
      return words !== null && !hasCapitalWords(target) ? [{ values: { kind: 'words', words } }] : [];
    }
    const share = shareOfCapitals(target);
    return share !== null && share < 0.8 ? [{ values: { kind: 'all', words: 'none' } }] : [];
  },
};
