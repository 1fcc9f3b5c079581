import { isSameCurrency, type Money, moneyOf, namesCurrency } from '../figures/money.ts';
import { hasDigits } from '../figures/read.ts';
import type { Found, PairRule } from '../rule.ts';

/** A currency beside a number that the target does not name, or for which it names another one. */
export const currency: PairRule = {
  id: 'currency',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => {
    if (!hasDigits(source)) return [];
    const own = distinct(moneyOf(source));
    if (own.length === 0) return [];
    const lost = own.filter(({ currency: one }) => !namesCurrency(target, one));
    if (lost.length === 0) return [];
    const others = distinct(moneyOf(target)).filter(
      ({ currency: other }) => !own.some(({ currency: one }) => isSameCurrency(one, other)),
    );
    return lost.map(({ raw }, at): Found => {
      const other = others[at];
      if (!other) return { values: { kind: 'lost', source: raw, target: '' } };
      return {
        values: { kind: 'changed', source: raw, target: other.raw },
        at: { start: other.start, end: other.end },
      };
    });
  },
};

function distinct(money: readonly Money[]): Money[] {
  return money.filter(
    (one, at) => money.findIndex((other) => isSameCurrency(one.currency, other.currency)) === at,
  );
}
