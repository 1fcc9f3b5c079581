import { emailsOf } from '../markup/addresses.ts';
import { compareFixed } from '../markup/compare.ts';
import type { PairRule } from '../rule.ts';

/** A mail address that a target has lost, changed or added. */
export const emails: PairRule = {
  id: 'emails',
  scope: 'pair',
  severity: 'error',
  check: (pair) => compareFixed(pair, emailsOf),
};
