import { isKnown } from '../figures/cldr-numbers.ts';
import { compareFigures } from '../figures/compare.ts';
import { mentionsUnit, unitOf } from '../figures/measures.ts';
import { figuresOf } from '../figures/read.ts';
import type { Found, PairRule } from '../rule.ts';

/** A number whose unit is lost or is another one in the target. A conversion changes the number too, and is allowed. */
export const units: PairRule = {
  id: 'units',
  scope: 'pair',
  severity: 'warning',
  check: (pair) => {
    const { source, target } = pair;
    if (figuresOf(source).numbers.length === 0 || !isKnown(target.locale)) return [];
    return (compareFigures(pair)?.matched ?? []).flatMap(([one, other]): Found[] => {
      const unit = unitOf(source, one);
      if (!unit) return [];
      const theirs = unitOf(target, other);
      const at = { start: other.start, end: other.scaleEnd };
      if (theirs) {
        // A symbol of one letter may be another word.
        const isSame = theirs.id === unit.id || theirs.dimension !== unit.dimension;
        return isSame
          ? []
          : [{ values: { kind: 'changed', number: one.raw, source: unit.id, target: theirs.id }, at }];
      }
      const isWeak = unit.dimension === 'time' || unit.id === 'meter' || unit.id === 'pound';
      if (isWeak || mentionsUnit(target, unit)) return [];
      if (unit.dimension === 'temperature' && target.plain.includes('°')) return [];
      return [{ values: { kind: 'lost', number: one.raw, source: unit.id, target: '' }, at }];
    });
  },
};
