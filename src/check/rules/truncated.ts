import type { EditionRule } from '../rule.ts';
import { deviationOf, lengthModelOf } from '../words/lengths.ts';
import { cutOf } from '../words/truncated.ts';

/** A target that ends in the middle of a sentence. */
export const truncated: EditionRule = {
  id: 'truncated',
  scope: 'edition',
  severity: 'warning',
  check: (edition) => {
    const model = lengthModelOf(edition);
    return edition.pairs.flatMap((pair) => {
      const { id, source, target, stale } = pair;
      const deviation = stale === null ? deviationOf(pair, model) : null;
      const cut = deviation && cutOf(source, target, -deviation.distance / deviation.width);
      if (!cut) return [];
      return [{ segment: id, values: { kind: cut.kind, end: target.plain.slice(-30).trim() }, at: cut.at }];
    });
  },
};
