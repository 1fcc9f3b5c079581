import { BEYOND_ASCII, BROKEN as KIND_BROKEN, SURROGATE } from '../chars.ts';
import { codePointNames, wordAround } from '../letters/letters.ts';
import { misreadIn } from '../letters/mojibake.ts';
import type { Found, TextRule } from '../rule.ts';
import { kindsOfText } from '../text.ts';

/** The replacement character, control characters but tabs and line ends, private use, noncharacters, halves of pairs. */
const BROKEN =
  /[\0-\b\v\f\x0e-\x1f\x7f-\x9f\ufffd\ufdd0-\ufdef\ue000-\uf8ff\ufffe\uffff\u{f0000}-\u{10ffff}\p{Cs}]/u;
const ALL = new RegExp(BROKEN.source, 'gu');

/** Text that was read in the wrong encoding somewhere on its way. */
export const mojibake: TextRule = {
  id: 'mojibake',
  scope: 'text',
  source: true,
  severity: 'error',
  check: (checked) => {
    const { plain } = checked;
    const kinds = kindsOfText(checked);
    const found: Found[] = [];
    if (kinds & (KIND_BROKEN | SURROGATE) && BROKEN.test(plain)) found.push(brokenIn(plain));
    // Only texts with a character beyond ASCII, or with question marks side by side, can be misread.
    if ((kinds & BEYOND_ASCII) === 0 && !plain.includes('??')) return found;
    const misread = misreadIn(plain);
    const [first] = misread;
    if (!first) return found;
    const { start, end, text } = first;
    const word = start === 0 ? plain.slice(0, Math.min(end, 40)) : wordAround(plain, start);
    const values = {
      kind: text === '' ? 'lost' : 'misread',
      word,
      right: text.slice(0, 40),
      count: misread.length,
    };
    return [...found, { values, at: { start, end } }];
  },
};

function brokenIn(plain: string): Found {
  const all = [...plain.matchAll(ALL)];
  const [first] = all;
  const start = first?.index ?? 0;
  const chars = codePointNames(all.map(([char]) => char));
  return {
    values: { kind: 'broken', word: chars, right: '', count: all.length },
    at: { start, end: start + (first?.[0].length ?? 0) },
  };
}
