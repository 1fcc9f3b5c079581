import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import type { Found, PairRule } from '../rule.ts';

/** A number that the target does not have, that only the target has, or that is another one there. */
export const numbers: PairRule = {
  id: 'numbers',
  scope: 'pair',
  severity: 'error',
  check: (pair) => {
    const compared = compareFigures(pair);
    if (!compared) return [];
    const { missing, added, changed, isUnsure } = compared;
    if (missing.length + added.length + changed.length === 0) return [];
    return [
      ...changed.map(
        ([source, target]): Found => ({
          values: { kind: 'changed', number: source.raw, target: target.raw },
          at: { start: target.start, end: target.end },
        }),
      ),
      ...missing.map(
        (source): Found => ({
          ...(isUnsure && isSmall(source) && { severity: 'info' }),
          values: { kind: 'missing', number: source.raw, target: '' },
        }),
      ),
      ...added.map(
        (target): Found => ({
          ...(isUnsure && isSmall(target) && { severity: 'info' }),
          values: { kind: 'added', number: target.raw, target: target.raw },
          at: { start: target.start, end: target.end },
        }),
      ),
    ];
  },
};

/** A number that is often said in words, which are not known in every language. */
function isSmall({ values: [value = 0] }: Figure): boolean {
  return value <= 20 || [30, 40, 50, 60, 70, 80, 90, 100, 1000].includes(value);
}
