import { percentPatternOf } from '../figures/cldr-numbers.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { isPercent, marksOf, type Percentage, percentagesOf } from '../figures/percents.ts';
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
    ...{ had: isPercent(source, one), has: isPercent(target, other) },
  }));
  const found = matched.flatMap(({ one, other, value, had, has }): Found[] => {
    if (had === has || one.kind !== 'number') return [];
    // Of two equal numbers the other one may be the share.
    if (matched.some((two) => two.value === value && two.had === has && two.has === had)) return [];
    const [text, figure] = had ? [target, other] : [source, one];
    if (hasShared(text, figure)) return [];
    const values = { kind: had ? 'lost' : 'added', number: had ? one.raw : other.raw, expected: '' };
    return [{ values, at: { start: other.start, end: other.end } }];
  });
  return found.length > 0 ? found : otherMark(source, target);
}

/** Percent for per mille, and the other way round. */
function otherMark(source: Text, target: Text): Found[] {
  const [own, theirs] = [source, target].map((text) => [
    ...new Set(percentagesOf(text).map(({ mark }) => mark)),
  ]);
  const at = percentagesOf(target)[0];
  if (own?.length !== 1 || theirs?.length !== 1 || own[0] === theirs[0] || !at) return [];
  return [
    {
      values: { kind: 'changed', number: at.sign, expected: own[0] ?? '' },
      at: { start: at.start, end: at.end },
    },
  ];
}

/** Whether another number right beside it has the sign for both: `5 to 10 %`, `%5-10`. */
function hasShared(text: Text, figure: Figure): boolean {
  return figuresOf(text).numbers.some((other) => {
    if (other === figure || !isPercent(text, other)) return false;
    const between =
      other.start > figure.start
        ? text.plain.slice(figure.scaleEnd, other.start)
        : text.plain.slice(other.scaleEnd, figure.start);
    return /^[^\p{L}\p{N}]{0,6}(?:[\p{L}\p{M}]{1,5}[^\p{L}\p{N}]{1,3}){0,2}$/u.test(between);
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
