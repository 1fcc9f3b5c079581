import type { AcrossRule } from '../rule.ts';

/** A catalogue that belongs to no document or to no language of the project. */
export const surplusFile: AcrossRule = {
  id: 'surplus-file',
  scope: 'across',
  severity: 'warning',
  judge: (_, { surplus }) =>
    surplus.map((path) => ({ document: '', locale: null, segment: null, values: { path } })),
};
