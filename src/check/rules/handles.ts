import { handlesOf } from '../markup/addresses.ts';
import { compareFixed } from '../markup/compare.ts';
import type { PairRule } from '../rule.ts';

/** The name of an account (`@name`) that a target has lost, changed or added. */
export const handles: PairRule = {
  id: 'handles',
  scope: 'pair',
  severity: 'error',
  check: (pair) => compareFixed(pair, handlesOf),
};
