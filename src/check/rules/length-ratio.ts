import type { EditionRule } from '../rule.ts';
import { deviationOf, lengthFault, lengthModelOf, limitsFor } from '../words/lengths.ts';

/** A target that is far shorter or longer than the language, the document and the source let expect. */
export const lengthRatio: EditionRule = {
  id: 'length-ratio',
  scope: 'edition',
  severity: 'warning',
  check: (edition) => {
    const model = lengthModelOf(edition);
    const limits = limitsFor(edition);
    return edition.pairs.flatMap((pair) => {
      const deviation = pair.stale === null ? deviationOf(pair, model) : null;
      const kind = deviation && lengthFault(pair, deviation, limits);
      if (!deviation || !kind) return [];
      const { ratio, usual } = deviation;
      const values = { kind, percent: Math.round(100 * ratio), usual: Math.round(100 * usual) };
      return [{ segment: pair.id, values }];
    });
  },
};
