import { percentPatternOf } from '../figures/cldr-numbers.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { marksOf, type Percentage, percentagesOf, shareOf } from '../figures/percents.ts';
import { figuresOf, hasDigits } from '../figures/read.ts';
import type { Found, Pair, PairRule } from '../rule.ts';
import type { Text } from '../text.ts';

/** A percent sign or word that is lost, added or another one, and signs that stand otherwise than the locale has them. */
export const percent: PairRule = {
  id: 'percent',
  scope: 'pair',
  severity: 'warning',
  check: (pair) => {
    const { source, target } = pair;
    if (!hasDigits(source) && !hasDigits(target)) return [];
    if (marksOf(source).size === 0 && marksOf(target).size === 0) return [];
    return [...lostOrAdded(pair), ...percentagesOf(target).flatMap((one) => foreign(one, target))];
  },
};

function lostOrAdded(pair: Pair): Found[] {
  const { source, target } = pair;
  const matched = (compareFigures(pair)?.matched ?? []).map(([one, other]) => ({
    ...{ one, other, value: one.values[0] ?? 0 },
    ...{ had: shareOf(source, one), has: shareOf(target, other) },
  }));
  const sides = new Map<number, string>();
  for (const { value, had, has } of matched) sides.set(value, `${sides.get(value) ?? ''} ${had} ${has}`);
  return matched.flatMap(({ one, other, value, had, has }): Found[] => {
    if (had === has || one.kind !== 'number') return [];
    // Of two equal numbers the other one may be the share.
    if (sides.get(value)?.includes(` ${has} ${had}`)) return [];
    const at = { start: other.start, end: other.end };
    if (had !== null && has !== null)
      return [{ values: { kind: 'changed', number: has, expected: had }, at }];
    const [text, figure] = had === null ? [source, one] : [target, other];
    if (hasShared(text, figure)) return [];
    const values = { kind: had ? 'lost' : 'added', number: had ? one.raw : other.raw, expected: '' };
    return [{ values, at }];
  });
}

/** Whether another number right beside it has the sign for both: `5 to 10 %`, `%5-10`. */
function hasShared(text: Text, figure: Figure): boolean {
  return figuresOf(text).numbers.some((other) => {
    if (other === figure || shareOf(text, other) === null) return false;
    const between =
      other.start > figure.start
        ? text.plain.slice(figure.scaleEnd, other.start)
        : text.plain.slice(other.scaleEnd, figure.start);
    return /^[^\p{L}\p{N},،;]{0,6}(?:[\p{L}\p{M}]{1,5}[^\p{L}\p{N},،;]{1,3})?$/u.test(between);
  });
}

/** A sign on the other side of its number than in the locale, or with another space; French spaces are another rule's. */
function foreign(one: Percentage, { locale, plain, subtag }: Text): Found[] {
  const pattern = percentPatternOf(locale);
  if (pattern === null || one.mark !== '%') return [];
  const isBefore = pattern.startsWith('%');
  const at = { start: one.start, end: one.end };
  const values = { kind: 'format', number: plain.slice(one.start, one.end), expected: pattern };
  if (isBefore !== one.isBefore) {
    // In Arabic script a sign stands on either side, and so in Basque and Kurdish.
    return /[\u0590-\u06ff]/.test(plain) ? [] : [{ values, at }];
  }
  const gap = pattern.replace(/[0%]/g, '');
  const own = one.gap.replace(/[\u061c\u200e\u200f]/gu, '');
  if (subtag === 'fr' || (gap === '') === (own === '')) return [];
  const start = one.isBefore ? one.start + one.sign.length : one.end - one.sign.length - one.gap.length;
  const fix = [{ start, end: start + one.gap.length, text: gap === '' ? '' : '\u00a0' }];
  return [{ severity: 'info', values, at, fix }];
}
