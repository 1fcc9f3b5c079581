import { reaches, STATES } from '../../model/catalogue.ts';
import type { EditionRule } from '../rule.ts';

/** An edition that has not reached the share of current translations that the project asks for. */
export const belowThreshold: EditionRule = {
  id: 'below-threshold',
  scope: 'edition',
  severity: { publish: 'error', draft: 'info' },
  check: ({ standings, settings: { thresholds } }) => {
    if (thresholds === null || standings.length === 0) return [];
    const current = standings.filter(({ target, stale }) => target && !stale);
    return STATES.flatMap((state) => {
      const least = thresholds[state];
      if (least === undefined) return [];
      const count = current.filter(({ target }) => target && reaches(target.state, state)).length;
      // A share such as 0.07 has no exact form: 7 of 100 are enough all the same.
      if (count + 1e-9 >= least * standings.length) return [];
      // Rounded down, so that it is never the share that is asked for.
      const share = Math.floor((count / standings.length) * 10_000) / 10_000;
      return [{ segment: null, values: { state, share, least, count, segments: standings.length } }];
    });
  },
};
