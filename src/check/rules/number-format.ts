import { numberMarksOf } from '../figures/cldr-numbers.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import type { Found, PairRule } from '../rule.ts';

/** A number with the right value whose marks the target's locale does not use, or uses for something else. */
export const numberFormat: PairRule = {
  id: 'number-format',
  scope: 'pair',
  severity: 'warning',
  check: (pair) => {
    const { locale } = pair.target;
    const compared = compareFigures(pair);
    if (!compared || compared.matched.length === 0 || numberMarksOf(locale) === null) return [];
    const found: Found[] = [];
    for (const [source, target] of compared.matched) {
      const value = foreignValue(source, target);
      if (value === null) continue;
      found.push({
        values: { number: target.raw, expected: written(value, target, locale) },
        at: { start: target.start, end: target.end },
      });
    }
    return found;
  },
};

/** The value of a number (before what multiplies it) that is not written as the locale writes it; else null. */
function foreignValue(source: Figure, target: Figure): number | null {
  if (
    /^\d+$/.test(target.raw) ||
    target.kind !== 'number' ||
    target.isLabel ||
    source.isLabel ||
    !/^[\d\s.,'’٫٬·]+$/u.test(target.raw)
  )
    return null;
  if (target.values.length === 0) return null;
  const [first = 0] = source.values;
  const wanted = target.values.includes(first)
    ? first
    : target.values.find((value) => source.values.includes(value));
  const at = wanted === undefined ? 0 : target.values.indexOf(wanted);
  return target.isOwn && at === 0 ? null : (target.bare[at] ?? null);
}

function written(value: number, { raw }: Figure, locale: string): string {
  const fraction = Number.isInteger(value) ? 0 : (/[.,٫·](\d+)$/u.exec(raw)?.[1] ?? '').length;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  }).format(value);
}
