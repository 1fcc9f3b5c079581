import { wordAround } from '../letters/letters.ts';
import type { TextRule } from '../rule.ts';

/**
 * U+0640 between two letters of a word. At a word's end it joins to a number or a foreign word, or abbreviates
 * (`1445هـ`), and under a vowel mark it carries the mark.
 */
const WITHIN =
  /[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5][\u064b-\u065f]*(\u0640+)(?=[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5])/gu;

/** Arabic letters drawn out with a kashida: typesetting that got into the text. */
export const kashida: TextRule = {
  id: 'kashida',
  scope: 'text',
  source: true,
  severity: 'info',
  check: ({ plain }) => {
    if (!plain.includes('\u0640')) return [];
    const [first, ...more] = plain.matchAll(WITHIN);
    if (!first) return [];
    const end = first.index + first[0].length;
    const start = end - (first[1] ?? '').length;
    return [{ values: { count: more.length + 1, word: wordAround(plain, start) }, at: { start, end } }];
  },
};
