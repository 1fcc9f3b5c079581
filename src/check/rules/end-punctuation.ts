import {
  COLON,
  COMMA,
  className,
  ELLIPSIS,
  EXCLAMATION,
  marksOf,
  NONE,
  QUESTION,
  SEMICOLON,
  STOP,
} from '../marks/classes.ts';
import { type Ending, endingOf, hasMark, isShort } from '../marks/end.ts';
import type { Found, Pair, PairRule } from '../rule.ts';

const LETTER = /\p{L}/u;
/** Marks that lead on: which one is a habit of languages and of houses. */
const SOFT = COLON | SEMICOLON | COMMA;
/** What is told without a mark at will. */
const TITLES = new Set(['heading', 'cell', 'title']);

/** The last mark is of another class than the source's, or is not the language's own. */
export const endPunctuation: PairRule = {
  id: 'end-punctuation',
  scope: 'pair',
  severity: 'warning',
  check: (pair) => {
    const { source, target } = pair;
    if (!LETTER.test(source.plain) || !LETTER.test(target.plain)) return [];
    const from = endingOf(source);
    const to = endingOf(target);
    const fromMask = from.mask | (from.isNumeral && isShort(source) ? NONE : 0);
    const toMask = to.mask | (to.isNumeral ? NONE : 0);
    if (isLikeness(fromMask, toMask, pair) || (isShort(source) && isAddress(fromMask, toMask)))
      return foreignMark(pair, to, fromMask);
    if (isInnerMarkLost(pair, fromMask, toMask) || isQuotedElsewhere(pair, from, to)) return [];
    // Where a paragraph goes on in the next one, a semicolon is a matter of style.
    const severity = fromMask & STOP && toMask & SEMICOLON ? ({ severity: 'info' } as const) : {};
    return [
      {
        ...severity,
        values: { kind: 'class', source: className(fromMask), target: className(toMask) },
        at: to.at,
      },
    ];
  },
};

function isLikeness(from: number, to: number, { kind }: Pair): boolean {
  if (from & to) return true;
  if (from & SOFT && to & (SOFT | STOP)) return true;
  // Lists have a habit of their own in each language: nothing, commas, semicolons, a full stop at the end.
  if (kind === 'item' && from & (NONE | SOFT) && to & (NONE | SOFT | STOP)) return true;
  return TITLES.has(kind) && ((from | to) & ~(STOP | SOFT | NONE)) === 0;
}

/** Whether a few words such as `Dear colleagues,` end in a comma, an exclamation mark or none, as languages have it. */
function isAddress(from: number, to: number): boolean {
  return (
    ((from & COMMA) !== 0 && (to & (NONE | EXCLAMATION)) !== 0) || ((from & NONE) !== 0 && (to & COMMA) !== 0)
  );
}

/** Where a language has its marks within words, `hy-inner-marks` looks for them. */
function isInnerMarkLost({ target }: Pair, from: number, to: number): boolean {
  const { inner } = marksOf(target.locale).typography;
  return inner !== undefined && (from & (QUESTION | EXCLAMATION)) !== 0 && (to & STOP) !== 0;
}

/** Whether a question or exclamation that is quoted at one side's end stands within the other side. */
function isQuotedElsewhere({ source, target }: Pair, from: Ending, to: Ending): boolean {
  const asks = QUESTION | EXCLAMATION;
  if (from.isQuoted && from.mask & asks && to.mask & STOP) return hasMark(target, from.mask & asks);
  return to.isQuoted && (to.mask & asks) !== 0 && (from.mask & STOP) !== 0 && hasMark(source, to.mask & asks);
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
