import type { EditionRule } from '../rule.ts';

/** A target made from an earlier wording that differs in more than form; `stale-meaning` has the gravest of these. */
export const stale: EditionRule = {
  id: 'stale',
  scope: 'edition',
  severity: { publish: 'error', draft: 'warning' },
  check: ({ standings }) =>
    standings.flatMap(({ id, stale: reason }) =>
      reason && reason !== 'meaning' ? [{ segment: id, values: { reason } }] : [],
    ),
};
