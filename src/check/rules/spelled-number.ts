import { figureLexiconOf } from '../../languages/figure-lexicon.ts';
import { compareFigures } from '../figures/compare.ts';
import type { Figure } from '../figures/figure.ts';
import { figuresOf, hasDigits } from '../figures/read.ts';
import { type Spoken, spokenOf, unlistedOf } from '../figures/spoken.ts';
import type { Found, PairRule } from '../rule.ts';
import { type Text, wordsOf } from '../text.ts';

/** A number in words that is another one in the target, or that the target writes in digits, or the other way round. */
export const spelledNumber: PairRule = {
  id: 'spelled-number',
  scope: 'pair',
  severity: 'info',
  check: (pair) => {
    const { source, target } = pair;
    if (!figureLexiconOf(source.locale).knowsNumbers || !figureLexiconOf(target.locale).knowsNumbers)
      return [];
    const own = counted(spokenOf(source));
    if ((own.length === 0 && !hasDigits(source)) || wordsOf(source).length < 4) return [];
    const theirs = counted(spokenOf(target));
    if (own.length + theirs.length === 0) return [];
    const open = own.filter((one) => !theirs.some((other) => isSame(one, other)));
    const openThere = theirs.filter((one) => !own.some((other) => isSame(one, other)));
    const changed = pairsOf(open, openThere, source, target);
    const compared = compareFigures(pair);
    if (!compared) return changed;
    const isMatched = new Set(compared.matched.flat());
    return [
      ...changed,
      ...inDigits(open, target, isMatched),
      ...inDigits(openThere, source, isMatched, true),
    ];
  },
};

/** Numbers from two on in words; a one is an article too often, and characters are digits of their language. */
function counted(spoken: readonly Spoken[]): Spoken[] {
  return spoken.filter(({ whole, isWords }) => isWords && whole.every((value) => value >= 2));
}

function isSame(one: Spoken, other: Spoken): boolean {
  return one.whole.some((value) => other.whole.includes(value));
}

/** Words on both sides that the other side has in no way. */
function pairsOf(open: readonly Spoken[], openThere: readonly Spoken[], source: Text, target: Text): Found[] {
  const lost = open.filter(({ whole }) => !isSaid(whole, target));
  const gained = openThere.filter(({ whole }) => !isSaid(whole, source));
  // Dozens are tens in another language.
  const [one, other] = [lost[0]?.whole[0], gained[0]?.whole[0]];
  if ((one === 12 && other === 10) || (one === 10 && other === 12)) return [];
  return lost.flatMap((one, at): Found[] => {
    const other = gained[at];
    if (!other) return isExact(one) ? [{ values: { kind: 'missing', source: one.raw, target: '' } }] : [];
    return [
      {
        values: { kind: 'changed', source: one.raw, target: other.raw },
        at: { start: other.start, end: other.end },
      },
    ];
  });
}

/** A number that is no figure of speech: `thirteen`, `twenty-four`, not `three` or `a hundred`. */
function isExact({ whole: [value = 0] }: Spoken): boolean {
  return value > 12 && value < 1000 && value % 10 !== 0;
}

/** Whether a text has one of some numbers in any form. */
function isSaid(values: readonly number[], text: Text): boolean {
  const like = unlistedOf(text);
  const spoken = spokenOf(text);
  const { numbers, dates } = figuresOf(text);
  return values.some(
    (value) =>
      like.has(value) ||
      spoken.some(({ whole }) => whole.includes(value)) ||
      numbers.some(
        ({ values: own, split }) =>
          own.includes(value) || split.includes(value) || own.some((one) => one % 100 === value),
      ) ||
      dates.some(({ days }) => days.some(({ month, day }) => month === value || day === value)),
  );
}

/** Numbers in words for which the other side has digits that stand for nothing else. */
function inDigits(
  open: readonly Spoken[],
  there: Text,
  isMatched: ReadonlySet<unknown>,
  isTarget = false,
): Found[] {
  const { numbers } = figuresOf(there);
  const isPlain = ({ kind, isLabel, isOptional, end }: Figure): boolean =>
    kind === 'number' && !isLabel && !isOptional && !/^[-'’]?\p{L}/u.test(there.plain.slice(end, end + 2));
  return open.flatMap((one): Found[] => {
    const other = numbers.find(
      (figure) =>
        isPlain(figure) &&
        !isMatched.has(figure) &&
        figure.raw === String(figure.values[0]) &&
        figure.values[0] === one.whole[0],
    );
    if (!other) return [];
    const [source, target] = isTarget ? [other, one] : [one, other];
    return [
      {
        values: { kind: isTarget ? 'words' : 'digits', source: source.raw, target: target.raw },
        at: { start: target.start, end: target.end },
      },
    ];
  });
}
