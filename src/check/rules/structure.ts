import { parityOf } from '../completeness/parity.ts';
import { shapeFaults } from '../completeness/shape.ts';
import type { EditionRule, FoundInEdition } from '../rule.ts';

/**
 * An edition that shows fewer headings, items, notes, links or alternative texts than its source, a finding a kind; and
 * targets that no edition can be built with.
 */
export const structure: EditionRule = {
  id: 'structure',
  scope: 'edition',
  severity: { publish: 'error', draft: 'info' },
  check: (edition) => [
    ...parityOf(edition).map(({ kind, want, have, segment }): FoundInEdition => {
      const [name = '', level = ''] = kind.split('-');
      return { segment, values: { kind: name, level, want, have } };
    }),
    ...shapeFaults(edition).map(
      ({ kind, segment }): FoundInEdition => ({
        severity: 'error',
        segment,
        values: { kind, level: '', want: 0, have: 0 },
      }),
    ),
  ],
};
