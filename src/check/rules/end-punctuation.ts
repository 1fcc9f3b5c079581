import { COLON, COMMA, className, ELLIPSIS, EXCLAMATION, marksOf, NONE, QUESTION, SEMICOLON, STOP } from '../marks/classes.ts';
import { type Ending, endingOf, isShort } from '../marks/end.ts';
import type { Found, Pair, PairRule } from '../rule.ts';
import { letterCountOf } from '../text.ts';

/** Marks that lead on: which one is a habit of languages and of houses. */
const SOFT = COLON | SEMICOLON | COMMA;
/** What is told without a full stop at will. */
const TITLES = new Set(['heading', 'cell', 'title']);

/** The last mark is of another class than the source's, or is not the language's own. */
export const endPunctuation: PairRule = {
  id: 'end-punctuation',
  scope: 'pair',
  severity: 'warning',
  check: (pair) => {
    const { source, target } = pair;
    if (letterCountOf(source) === 0 || letterCountOf(target) === 0) return [];
    const from = endingOf(source);
    const to = endingOf(target);
    const fromMask = from.mask | (from.isNumeral && isShort(source) ? NONE : 0);
    const toMask = to.mask | (to.isNumeral ? NONE : 0);
    if (isLikeness(fromMask, toMask, pair)) return foreignMark(pair, to, fromMask);
    if (isInnerMarkLost(pair, fromMask, toMask)) return [];
    return [{ values: { kind: 'class', source: className(fromMask), target: className(toMask) }, at: to.at }];
  },
};

function isLikeness(from: number, to: number, { kind }: Pair): boolean {
  if (from & to) return true;
  if (from & SOFT && to & (SOFT | STOP)) return true;
  if (kind === 'item' && (from | to) & (SOFT | STOP | NONE) && !((from | to) & ~(SOFT | STOP | NONE))) {
    return (from & STOP ? to & SEMICOLON : from & (SEMICOLON | COMMA) ? to & NONE : to & COMMA) !== 0;
  }
  return TITLES.has(kind) && (from | to) === (STOP | NONE);
}

/** Where a language has its marks within words, `hy-inner-marks` looks for them. */
function isInnerMarkLost({ target }: Pair, from: number, to: number): boolean {
  const { inner } = marksOf(target.locale).typography;
  return inner !== undefined && (from & (QUESTION | EXCLAMATION)) !== 0 && (to & STOP) !== 0;
}

/** A mark of another language that stands for the right one, as far as the source tells. */
function foreignMark({ target }: Pair, { mask, at, isNumeral }: Ending, from: number): Found[] {
  const { typography, classOf } = marksOf(target.locale);
  const mark = target.plain.slice(at.start, at.end);
  const right = typography.foreign?.[mark];
  if (right === undefined || isNumeral || mask & (NONE | ELLIPSIS)) return [];
  if (!(from & classOf(right)) || from & SOFT) return [];
  const severity = typography.usual?.includes(mark) ? ({ severity: 'info' } as const) : {};
  return [{ ...severity, values: { kind: 'foreign', mark, right }, at, fix: [{ ...at, text: right }] }];
}
