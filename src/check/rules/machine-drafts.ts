import { isDraft } from '../../model/row.ts';
import type { Rule } from '../rule.ts';

/** Targets that a machine made and nobody has reviewed: one finding a locale, with their number. */
export const machineDrafts: Rule = {
  id: 'machine-drafts',
  check: ({ standings }) => {
    const count = standings.filter(({ target }) => target && isDraft(target)).length;
    return count > 0 ? [{ severity: 'info', segment: null, values: { count } }] : [];
  },
};
