import type { Found, PairRule } from '../rule.ts';
import { alteredIn, keptTerms, standsIn } from '../terms/kept.ts';

/** A text of the source that stays as it is in every language, and is not in the target, or otherwise. */
export const doNotTranslate: PairRule = {
  id: 'do-not-translate',
  scope: 'pair',
  severity: 'error',
  check: ({ source, target }, settings) => {
    const found = keptTerms(settings)(source);
    if (found.length === 0) return NONE;
    return [...new Set(found)].flatMap((kept): Found[] => {
      if (standsIn(target, kept)) return [];
      const altered = alteredIn(target, kept);
      if (altered === null) return [{ values: { kind: 'lost', text: kept.text, found: 'none' } }];
      const shown = target.plain.slice(altered.start, altered.end);
      return [{ values: { kind: 'altered', text: kept.text, found: shown }, at: altered }];
    });
  },
};

const NONE: readonly Found[] = [];
