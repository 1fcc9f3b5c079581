import { typographyOf } from '../../languages/typography.ts';
import { unpairedBrackets } from '../marks/brackets.ts';
import { quotesOf } from '../marks/quotes.ts';
import { bracketCount, isWrapped, startOf, startsMarked, uninverted } from '../marks/start.ts';
import type { Found, Pair, PairRule } from '../rule.ts';
import type { Text } from '../text.ts';

/** Marks lost at the start: Spanish inverted ones, an opening bracket or quotation mark, a dash or bullet. */
export const startPunctuation: PairRule = {
  id: 'start-punctuation',
  scope: 'pair',
  severity: 'warning',
  check: (pair) => [...lostAtStart(pair), ...lostInverted(pair)],
};

function lostAtStart({ source, target }: Pair): Found[] {
  const start = startOf(source);
  if (!start || startsMarked(target)) return [];
  const { kind, mark } = start;
  if (kind !== 'dash' && !isLost(kind, source, target)) return [];
  return [{ values: { kind, mark }, at: { start: 0, end: 0 } }];
}

/** Whether an opening mark is nowhere: a translator may also leave out both marks of a quotation, or put it elsewhere. */
function isLost(kind: 'bracket' | 'quote', source: Text, target: Text): boolean {
  if (kind === 'quote') return quotesOf(target).single.some(({ role }) => role === 'close');
  return (
    bracketCount(target) < bracketCount(source) ||
    isWrapped(source) ||
    unpairedBrackets(target.plain, true).length > 0
  );
}

function lostInverted({ source, target }: Pair): Found[] {
  if (!typographyOf(target.locale).inverted || !/[?!]/.test(target.plain)) return [];
  return uninverted(target)
    .filter(({ word }) => !(/^\p{Lu}/u.test(word) && word.endsWith('!') && source.plain.includes(word)))
    .map(({ mark, at }) => ({ values: { kind: 'inverted', mark }, at }));
}
