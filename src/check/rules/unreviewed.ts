import { reaches } from '../../model/catalogue.ts';
import type { EditionRule } from '../rule.ts';

/** A target that has not reached the state from which it may be published. */
export const unreviewed: EditionRule = {
  id: 'unreviewed',
  scope: 'edition',
  severity: { publish: 'error', draft: 'info' },
  check: ({ pairs, settings: { minState } }) =>
    pairs.flatMap(({ id, stored: { state } }) =>
      reaches(state, minState) ? [] : [{ segment: id, values: { state, least: minState } }],
    ),
};
