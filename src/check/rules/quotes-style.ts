import { type Typography, typographyOf } from '../../languages/typography.ts';
import type { Edit } from '../../model/finding.ts';
import { isApostrophe, type QuotePair, quotesOf } from '../marks/quotes.ts';
import type { Found, TextRule } from '../rule.ts';

const NBSP = '\u00a0';
/** How short a text in single straight marks may be to be more than an elision: `rock 'n' roll`. */
const SHORTEST_QUOTE = 3;

/** Quotation marks that are not the language's. */
export const quotesStyle: TextRule = {
  id: 'quotes-style',
  scope: 'text',
  severity: 'warning',
  check: (text) => {
    const { pairs, single } = quotesOf(text);
    if (pairs.length === 0 && single.length === 0) return [];
    const typography = typographyOf(text.locale);
    const { quotes } = typography;
    const wrong = pairs.filter(
      ({ open, close }) =>
        !quotes.includes(open.char + close.char) &&
        !(open.char === "'" && close.at - open.at - 1 < SHORTEST_QUOTE),
    );
    const known = quotes.join('');
    const alone = single.filter(({ char }) => !isApostrophe(char) && !known.includes(char));
    // What belongs together is clear only where every mark has its partner.
    const isClear = single.every(({ char }) => isApostrophe(char));
    return [
      ...wrong.map((pair) => foundPair(pair, typography, text.plain, isClear)),
      ...alone.map(({ char, at }) => found(char, typography, { at: { start: at, end: at + 1 } })),
    ];
  },
};

function foundPair(pair: QuotePair, typography: Typography, plain: string, isClear: boolean): Found {
  const { open, close } = pair;
  const at = { start: open.at, end: close.at + 1 };
  const fix = isClear ? { fix: fixOf(pair, typography, plain) } : {};
  return found(`${open.char} ${close.char}`, typography, { at, ...fix });
}

function found(marks: string, typography: Typography, place: Pick<Found, 'at' | 'fix'>): Found {
  const [own] = typography.quotes;
  const isUsual = typography.typewriter === true && /^["']/.test(marks);
  const values = { marks, own: [...own].join(' ') };
  return { ...(isUsual && ({ severity: 'info' } as const)), values, ...place };
}

/** The language's marks in place of others; the spaces within French ones too. */
function fixOf({ open, close, depth }: QuotePair, typography: Typography, plain: string): Edit[] {
  const [start = '', end = ''] = ownMarks(open.char, depth, typography);
  const isSpaced = start === '«' && typography.spaces !== undefined;
  const after = plain.charAt(open.at + 1);
  const before = plain.charAt(close.at - 1);
  const isApart = close.at - open.at > 2;
  const edits: Edit[] = [];
  const push = (at: number, length: number, text: string): void => {
    edits.push({ start: at, end: at + length, text });
  };
  push(open.at, 1, isSpaced && !isSpace(after) ? start + NBSP : start);
  if (isSpaced && after === ' ') push(open.at + 1, 1, NBSP);
  if (isSpaced && before === ' ' && isApart) push(close.at - 1, 1, NBSP);
  push(close.at, 1, isSpaced && !isSpace(before) ? NBSP + end : end);
  return edits;
}

/** Double marks for double ones and single for single, where a language has both; within a quotation those for within. */
function ownMarks(char: string, depth: number, { quotes: [outer, inner] }: Typography): string {
  if (depth > 0) return depth % 2 === 0 ? outer : inner;
  return isSingle(outer) === isSingle(char) || isSingle(inner) !== isSingle(char) ? outer : inner;
}

function isSingle(marks: string): boolean {
  return "'‘’‚‹›".includes(marks.charAt(0));
}

function isSpace(char: string): boolean {
  return char === ' ' || char === NBSP || char === '\u202f';
}
