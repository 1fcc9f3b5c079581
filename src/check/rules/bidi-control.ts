import { isRightToLeft } from '../../languages/scripts.ts';
import type { Edit } from '../../model/finding.ts';
import { UNSEEN } from '../chars.ts';
import { codePointNames } from '../letters/letters.ts';
import type { Found, TextRule } from '../rule.ts';
import { kindsOfText } from '../text.ts';

const ANY = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const ALL = new RegExp(ANY.source, 'gu');
const OVERRIDES = /[\u202d\u202e]/gu;
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** Invisible characters that turn the direction of text: overrides, ones without their end, ones without a use. */
export const bidiControl: TextRule = {
  id: 'bidi-control',
  scope: 'text',
  source: true,
  severity: 'error',
  check: (text) => {
    const { plain, locale } = text;
    if ((kindsOfText(text) & UNSEEN) === 0 || !ANY.test(plain)) return [];
    const overrides = [...plain.matchAll(OVERRIDES)];
    const [first] = overrides;
    if (first) {
      const at = { start: first.index, end: first.index + 1 };
      return [{ values: { kind: 'override', chars: namesOf(overrides), count: overrides.length }, at }];
    }
    if (!isRightToLeft(locale) && !RIGHT_TO_LEFT.test(plain)) return [stray(plain)];
    return unbalanced(plain);
  },
};

/** In text that runs left to right throughout, they do nothing but get into searches and copies. */
function stray(plain: string): Found {
  const all = [...plain.matchAll(ALL)];
  const fix = all.map(({ index }): Edit => ({ start: index, end: index + 1, text: '' }));
  const { start = 0, end = 0 } = fix[0] ?? {};
  return {
    severity: 'warning',
    values: { kind: 'stray', chars: namesOf(all), count: all.length },
    at: { start, end },
    fix,
  };
}

/** Embeddings end with U+202C, isolates with U+2069, within the isolate that they began in (UAX #9, BD9 and BD11). */
function unbalanced(plain: string): Found[] {
  const open: { char: string; at: number }[] = [];
  const wrong: number[] = [];
  for (const { 0: char, index } of plain.matchAll(/[\u202a-\u202c\u2066-\u2069]/gu)) {
    if (char === '\u202c') {
      if (isEmbedding(open.at(-1)?.char)) open.pop();
      else wrong.push(index);
    } else if (char === '\u2069') {
      while (isEmbedding(open.at(-1)?.char)) wrong.push(open.pop()?.at ?? 0);
      if (open.pop() === undefined) wrong.push(index);
    } else open.push({ char, at: index });
  }
  wrong.push(...open.map(({ at }) => at));
  if (wrong.length === 0) return [];
  wrong.sort((a, b) => a - b);
  const chars = codePointNames(wrong.map((at) => plain[at] ?? ''));
  const [start = 0] = wrong;
  const values = { kind: 'unbalanced', chars, count: wrong.length };
  return [{ severity: 'warning', values, at: { start, end: start + 1 } }];
}

function isEmbedding(char: string | undefined): boolean {
  return char === '\u202a' || char === '\u202b';
}

function namesOf(matches: readonly RegExpExecArray[]): string {
  return codePointNames(matches.map(([char]) => char));
}
