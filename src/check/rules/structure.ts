import { parityOf } from '../completeness/parity.ts';
import type { EditionRule } from '../rule.ts';

/** An edition that shows fewer headings, items, notes, links or alternative texts than its source: a finding a kind. */
export const structure: EditionRule = {
  id: 'structure',
  scope: 'edition',
  severity: { publish: 'error', draft: 'info' },
  check: (edition) =>
    parityOf(edition).map(({ kind, want, have, segment }) => {
      const [name = '', level = ''] = kind.split('-');
      return { segment, values: { kind: name, level, want, have } };
    }),
};
