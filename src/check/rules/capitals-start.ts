import type { EditionRule } from '../rule.ts';
import { lostCapitals, startOf } from '../words/starts.ts';

/** A target that starts with a small letter where its source starts with a capital one. */
export const capitalsStart: EditionRule = {
  id: 'capitals-start',
  scope: 'edition',
  severity: 'info',
  check: ({ pairs }) =>
    lostCapitals(pairs).map(({ id, target }) => {
      const { at, word } = startOf(target);
      return { segment: id, values: { word }, at: { start: at, end: at + word.length } };
    }),
};
