import type { Span } from '../../model/finding.ts';
import { kindsOf, LETTER, MARK, NUMBER, SURROGATE } from '../chars.ts';
import { CODE, perText, type Text } from '../text.ts';
import {
  COLON,
  COMMA,
  ELLIPSIS,
  EXCLAMATION,
  type Marks,
  marksOf,
  NONE,
  QUESTION,
  SEMICOLON,
  STOP,
} from './classes.ts';

/** How a text ends. */
export interface Ending {
  /** The classes that its last mark may have. */
  readonly mask: number;
  /** Whether the last mark is a dot after digits, which may belong to the number. */
  readonly isNumeral: boolean;
  /** Whether the last mark stands within a quotation that ends the text. */
  readonly isQuoted: boolean;
  /** The last mark itself, or the place after the last word where there is none. */
  readonly at: Span;
}

/** What may stand around and after the last mark and says nothing: quotes, brackets, codes, spaces, bidi marks, note signs. */
const CLOSER =
  /[\s\uFFFC\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c"'“”„‟«»‹›‘’‚״׳＂'′″)\]}）】〕」』》〉］｝*†‡⁰¹²³⁴-⁹]/u;
const QUOTE = /["'“”„«»‹›‘’」』]/;
/** A note's number in brackets at the end. */
const NOTE = /\[\d{1,3}\]$/;
const SPACE_BEFORE = /[\s\u00a0\u202f]/u;
/** A mark that leads on, with the conjunction that takes it up: `…; and`. */
const LEADING_ON = /([;,:،؛；，])\s\p{L}{1,4}\s*$/u;
const LAST_WORD = /(?:^|[^\p{L}\p{M}\p{N}.-])([\p{L}\p{M}][\p{L}\p{M}.-]*)$/u;
/** Letters with dots between them: `p.m`, `z.B`. */
const DOTTED = /^(?:\p{L}{1,3}\.){1,6}\p{L}{1,3}$/u;
/** A single letter, in scripts where one alone is seldom a word; Armenian `է` is one. */
const INITIAL =
  /^(?!է)[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]$/u;
/** How many words a text may have for its last number to be a heading's: `Article 1.` */
const HEADING_WORDS = 3;

/** How a text ends: closing quotes and brackets, codes and bidi marks left aside. */
export const endingOf: (text: Text) => Ending = perText(findEnding);

function findEnding(text: Text): Ending {
  const marks = marksOf(text.locale);
  const { plain } = text;
  const tail = tailOf(plain, marks);
  let mask = maskOf(tail.marks, marks);
  const { end } = tail;
  const isBareDot = tail.marks === '.';
  const before = plain.slice(0, end);
  if (mask === 0) mask = NONE | leadingMask(before, marks) | (marks.typography.stopless ? ~0 : 0);
  else if (isBareDot && isAbbreviated(before, marks)) mask |= NONE;
  if (tail.passedCode && mask & (COLON | COMMA | SEMICOLON)) mask |= NONE;
  mask |= innerMask(before, mask, marks);
  if (mask & STOP && marks.asking?.test(before)) mask |= QUESTION;
  return {
    mask,
    isNumeral: isBareDot && /\d/.test(before.slice(-1)),
    isQuoted: QUOTE.test(plain.slice(tail.last.end)),
    at: tail.last,
  };
}

interface Tail {
  /** The marks in order, a space for each run of what stands between them. */
  readonly marks: string;
  /** Where the last word ends. */
  readonly end: number;
  readonly last: Span;
  readonly passedCode: boolean;
}

/** The marks at a text's end. A mark that stands apart before a code belongs to what leads up to the code. */
function tailOf(plain: string, { classOf }: Marks): Tail {
  let end = plain.length - (NOTE.exec(plain.slice(-5))?.[0].length ?? 0);
  let found = '';
  let last: Span | null = null;
  let passedCode = false;
  while (end > 0) {
    const char = plain.charAt(end - 1);
    if (classOf(char) !== 0) {
      if (passedCode && found === '' && SPACE_BEFORE.test(plain.charAt(end))) break;
      last ??= { start: end - 1, end };
      found = char + found;
    } else if (CLOSER.test(char)) {
      if (char === CODE) {
        if (found !== '') break;
        passedCode = true;
      }
      if (found !== '' && !found.startsWith(' ') && !isClear(char)) found = ` ${found}`;
    } else break;
    end--;
  }
  return { marks: found, end, last: last ?? { start: end, end }, passedCode };
}

/** Whether a character is white space or invisible, so that marks around it belong together. */
function isClear(char: string): boolean {
  return /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]/u.test(char);
}

function maskOf(found: string, { classOf }: Marks): number {
  let mask = 0;
  for (const run of found.split(' ')) {
    if (run === '') continue;
    const dotless = run.replace(/\.{2,}|…|‥|⋯/g, (dots) => {
      // Two dots: half an ellipsis, or an abbreviation's and the sentence's.
      mask |= dots === '..' ? ELLIPSIS | STOP : ELLIPSIS;
      return '';
    });
    // The dot of an abbreviation before another mark: `etc.,`.
    const own = dotless.length > 1 ? dotless.replace(/^\.(?=[^.])/, '') : dotless;
    for (const mark of own) mask |= classOf(mark);
  }
  return mask;
}

function leadingMask(before: string, { classOf }: Marks): number {
  const [, mark] = LEADING_ON.exec(before.slice(-12)) ?? [];
  return mark === undefined ? 0 : classOf(mark);
}

/** What `LAST_WORD` finds in the last characters, without trying each place of them. */
function lastWordOf(before: string): string {
  const least = Math.max(0, before.length - WORD_ROOM);
  let start = before.length;
  for (; start > least; start--) {
    const unit = before.charCodeAt(start - 1);
    const kinds = kindsOf(unit);
    if (kinds & SURROGATE) return LAST_WORD.exec(before.slice(least))?.[1] ?? '';
    if ((kinds & (LETTER | MARK)) === 0 && unit !== 0x2e && unit !== 0x2d) break;
  }
  if ((kindsOf(before.charCodeAt(start)) & (LETTER | MARK)) === 0) return '';
  return start > least && kindsOf(before.charCodeAt(start - 1)) & NUMBER ? '' : before.slice(start);
}

const WORD_ROOM = 40;

function isAbbreviated(before: string, { abbreviations }: Marks): boolean {
  const word = lastWordOf(before);
  if (word === '') return false;
  return DOTTED.test(word) || INITIAL.test(word) || abbreviations.has(word.toLowerCase());
}

/** Whether a text has a mark of one of some classes anywhere. */
export function hasMark({ locale, plain }: Text, mask: number): boolean {
  const { classOf } = marksOf(locale);
  for (const char of plain) if (classOf(char) & mask) return true;
  return false;
}

/** Whether a text is so short that a number with a dot at its end is a heading or an item's number. */
export function isShort({ plain }: Text): boolean {
  return plain.trim().split(/\s+/u, HEADING_WORDS + 1).length <= HEADING_WORDS;
}

function innerMask(before: string, mask: number, { typography: { inner, stop = '' } }: Marks): number {
  if (!inner || mask & (QUESTION | EXCLAMATION)) return 0;
  const ends = [...stop].map((mark) => before.lastIndexOf(mark));
  const sentence = before.slice(Math.max(0, ...ends));
  let found = 0;
  for (const char of sentence) {
    if (inner.question.includes(char)) found |= QUESTION;
    if (inner.exclamation.includes(char)) found |= EXCLAMATION;
  }
  return found;
}
