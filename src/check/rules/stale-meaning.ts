import type { EditionRule } from '../rule.ts';

/** A target whose source has changed a number, date, name, link, negation or modal verb since: no threshold hides it. */
export const staleMeaning: EditionRule = {
  id: 'stale-meaning',
  scope: 'edition',
  severity: 'error',
  check: ({ standings }) =>
    standings.flatMap(({ id, stale }) => (stale === 'meaning' ? [{ segment: id, values: {} }] : [])),
};
