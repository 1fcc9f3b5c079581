import { isDraft } from '../../model/row.ts';
import type { EditionRule } from '../rule.ts';

/** Targets that a machine made and nobody has reviewed: one finding a locale, with their number. */
export const machineDrafts: EditionRule = {
  id: 'machine-drafts',
  scope: 'edition',
  severity: 'info',
  check: ({ standings }) => {
    const count = standings.filter(({ target }) => target && isDraft(target)).length;
    return count > 0 ? [{ segment: null, values: { count } }] : [];
  },
};
