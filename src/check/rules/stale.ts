import type { Rule } from '../rule.ts';

/** A target made from an earlier wording that differs in more than form. */
export const stale: Rule = {
  id: 'stale',
  check: ({ standings }) =>
    standings.flatMap(({ id, stale: reason }) =>
      reason ? [{ severity: 'error', segment: id, values: { reason } }] : [],
    ),
};
