import { compareFigures } from '../figures/compare.ts';
import type { PairRule } from '../rule.ts';

/** A date whose day, month or year is another one in the target, however it is written. */
export const dates: PairRule = {
  id: 'dates',
  scope: 'pair',
  severity: 'error',
  check: (pair) => {
    const compared = compareFigures(pair);
    if (!compared) return [];
    return [
      ...compared.dates.map(([source, target]) => ({
        values: { kind: 'changed', source: source.raw, target: target.raw },
        at: { start: target.start, end: target.end },
      })),
      ...compared.monthless.map(({ raw }) => ({ values: { kind: 'month', source: raw, target: '' } })),
    ];
  },
};
