import type { EditionRule, FoundInEdition } from '../rule.ts';
import { addressOf } from '../words/registers.ts';

/** An edition that addresses its readers in two ways (`tu` and `vous`): a finding on each text of the rarer one. */
export const register: EditionRule = {
  id: 'register',
  scope: 'edition',
  severity: 'info',
  optIn: true,
  check: ({ pairs }) => {
    const addressed = pairs
      .filter(({ stale }) => stale === null)
      .map((pair) => ({ pair, ...addressOf(pair.target) }));
    const familiar = addressed.filter((one) => one.familiar !== null);
    const polite = addressed.filter((one) => one.polite !== null);
    if (familiar.length === 0 || polite.length === 0) return [];
    const usual = familiar.length > polite.length ? 'familiar' : 'polite';
    const count = Math.max(familiar.length, polite.length);
    return (usual === 'polite' ? familiar : polite).flatMap((one): FoundInEdition[] => {
      const word = usual === 'polite' ? one.familiar : one.polite;
      if (!word) return [];
      const { text, start, end } = word;
      return [{ segment: one.pair.id, values: { word: text, usual, count }, at: { start, end } }];
    });
  },
};
