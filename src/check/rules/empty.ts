import { hasText } from '../../model/content.ts';
import type { Rule } from '../rule.ts';

/** A target without text, or with codes alone, where the source has text. Emptiness on purpose is said with `covers`. */
export const empty: Rule = {
  id: 'empty',
  check: ({ standings, target, read }) =>
    standings
      .filter(({ id }) => {
        const own = target?.targets[id];
        return own !== undefined && !hasText(read(own.text));
      })
      .map(({ id }) => ({ severity: 'error', segment: id, values: {} })),
};
