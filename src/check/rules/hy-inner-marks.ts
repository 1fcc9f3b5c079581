import { EXCLAMATION, marksOf, NONE, QUESTION } from '../marks/classes.ts';
import { endingOf } from '../marks/end.ts';
import type { Found, PairRule } from '../rule.ts';

const FOREIGN = /[?？!！](?=[\s»”"“)\]\uFFFC]*$)/u;

/** An Armenian question or exclamation without the mark within its word. */
export const hyInnerMarks: PairRule = {
  id: 'hy-inner-marks',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => {
    if (target.subtag !== 'hy') return [];
    const { inner } = marksOf(target.locale).typography;
    const asked = asks(endingOf(source).mask);
    if (!inner || asked === null || [...inner[asked]].some((mark) => target.plain.includes(mark))) return [];
    const mark = inner[asked].charAt(0);
    const foreign = FOREIGN.exec(target.plain);
    const found: Found = { values: { kind: asked, mark, foreign: foreign?.[0] ?? 'none' } };
    return [foreign ? { ...found, at: { start: foreign.index, end: foreign.index + 1 } } : found];
  },
};

function asks(mask: number): 'question' | 'exclamation' | null {
  if (mask & NONE) return null;
  if (mask & QUESTION) return 'question';
  return mask & EXCLAMATION ? 'exclamation' : null;
}
