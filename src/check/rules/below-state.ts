import { reaches } from '../../model/catalogue.ts';
import type { Rule } from '../rule.ts';

/** A target that has not reached the state from which it may be published. */
export const belowState: Rule = {
  id: 'below-state',
  check: ({ standings, minState }) =>
    standings.flatMap(({ id, target }) =>
      target && !reaches(target.state, minState)
        ? [{ severity: 'error', segment: id, values: { state: target.state, least: minState } }]
        : [],
    ),
};
