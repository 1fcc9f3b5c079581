import { compareFigures } from '../figures/compare.ts';
import type { PairRule } from '../rule.ts';

/** A time of day that is another one in the target, by the clock of twelve hours or of twenty-four. */
export const times: PairRule = {
  id: 'times',
  scope: 'pair',
  severity: 'info',
  check: (pair) =>
    (compareFigures(pair)?.times ?? []).map(([source, target]) => ({
      values: { source: source.raw, target: target.raw },
      at: { start: target.start, end: target.end },
    })),
};
