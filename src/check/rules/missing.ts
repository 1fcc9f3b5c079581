import type { Rule } from '../rule.ts';

/** A segment without a target. */
export const missing: Rule = {
  id: 'missing',
  check: ({ standings, target }) =>
    standings
      .filter((standing) => !standing.target && target?.targets[standing.id] === undefined)
      .map(({ id }) => ({ severity: 'error', segment: id, values: {} })),
};
