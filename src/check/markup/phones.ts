import type { Span } from '../../model/finding.ts';
import { DIGIT, kindsOf, LETTER, SPACE, SURROGATE } from '../chars.ts';
import { kindsOfText, perText, type Text } from '../text.ts';
import type { Address } from './addresses.ts';

/** What may stand between the digits of one number. */
const BETWEEN = '\\s().\\-‐‑–/';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])[+(]{0,2}\\p{Nd}[\\p{Nd}${BETWEEN}]{4,26}\\p{Nd}(?!\\p{Nd})`,
  'uy',
);
const SEPARATORS = new RegExp(`[${BETWEEN}]`, 'g');
/** The zero that is dialled at home only: `+41 (0)22`. */
const TRUNK = /\(0\)/g;
/** Words, or their beginnings, before a telephone number. */
const CALLED =
  /(?:tel|phone|fax|mobil|cell|hotline|helpline|call|whatsapp|viber|signal|tél|appel|ruf|тел|факс|моб|тэл|հեռ|ֆաքս|բջջ|ზარ|ტელ|ფაქს|მობ|sun|suna|apel|zəng|τηλ|φαξ|هاتف|فاكس|تلفن|فکس|טל|פקס|电话|電話|传真|전화|โทร)\p{L}{0,10}[\s.:։’(№#]{0,6}$/iu;

const NONE: readonly Address[] = [];
/** A telephone number has from so many to so many digits. */
const LEAST = 7;
const MOST = 15;

/** Telephone numbers: those with a `+` or a bracket before them, and others behind a word for calling; keys are their digits. */
export function phonesOf(text: Text): readonly Address[] {
  return kindsOfText(text) & DIGIT ? phonesIn(text) : NONE;
}

const phonesIn: (text: Text) => readonly Address[] = perText(({ plain }) => {
  const found: Address[] = [];
  for (let from = 0; ; ) {
    const run = nextRun(plain, from);
    if (run === null) return found.length === 0 ? NONE : found;
    pushPhones(found, plain, run);
    from = run.end;
  }
});

/** The numbers within a run. */
function pushPhones(found: Address[], plain: string, { start, end }: Span): void {
  for (let at = Math.max(0, start - 2); at < end; ) {
    NUMBER.lastIndex = at;
    const raw = NUMBER.exec(plain)?.[0];
    if (raw === undefined) {
      at++;
      continue;
    }
    const key = digitsOf(raw.replace(TRUNK, '')).replace(/^00/, '');
    if (key.length >= LEAST && key.length <= MOST && isCalled(raw, plain, at)) {
      found.push({ raw, key, start: at, end: at + raw.length });
    }
    at += raw.length;
  }
}

/** The next run of digits, enough for a telephone number, and what may stand between them; null where none is left. */
function nextRun(plain: string, from: number): Span | null {
  let start = from;
  let count = 0;
  for (let at = from; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    const kinds = kindsOf(unit);
    if (kinds & DIGIT) count++;
    else if (kinds & LETTER || ((kinds & (SPACE | SURROGATE)) === 0 && !IN_NUMBER.has(unit))) {
      if (count >= LEAST) return { start, end: at };
      count = 0;
      start = at + 1;
    }
  }
  return count >= LEAST ? { start, end: plain.length } : null;
}

const IN_NUMBER = new Set(Array.from('().-‐‑–/', (char) => char.charCodeAt(0)));

function isCalled(raw: string, plain: string, index: number): boolean {
  // A number with groups of three behind a plus is a rise more often than a telephone.
  if (/^\+\p{Nd}{1,3}(?:[\s.]\p{Nd}{3}){2}$/u.test(raw) && !CALLED.test(before(plain, index))) return false;
  if (/^[+(]*\+/.test(raw) || /^\(\p{Nd}{2,5}\)/u.test(raw)) return true;
  return CALLED.test(before(plain, index));
}

function before(plain: string, index: number): string {
  return plain.slice(Math.max(0, index - 24), index);
}

/** All digits of a text as ASCII, those of one number side by side and a space between numbers. */
export const digitStreamOf: (text: Text) => string = perText(({ plain }) =>
  digitsOf(plain.replace(TRUNK, '').replace(SEPARATORS, ''), ' '),
);

/** The zeros of the scripts that have digits of their own. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
];

function digitsOf(text: string, other = ''): string {
  return text.replace(/\P{Nd}+|[^0-9]/gu, (found) => {
    const code = found.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code <= first + 9);
    return zero === undefined ? other : String(code - zero);
  });
}
