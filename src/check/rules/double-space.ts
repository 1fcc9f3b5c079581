import type { Edit } from '../../model/finding.ts';
import type { Found, TextRule } from '../rule.ts';

/** Spaces in a row within a text, a plain one among them; line breaks have their own white space around them. */
const RUN = /(?<=[^\s])[ \u00a0\u202f]{2,}(?=[^\s])/gu;
const HAS_RUN = /[ \u00a0\u202f] | [\u00a0\u202f]/;

/** Two spaces where one is enough. */
export const doubleSpace: TextRule = {
  id: 'double-space',
  scope: 'text',
  severity: 'warning',
  check: ({ plain }) => {
    if (!HAS_RUN.test(plain)) return [];
    const found: Found[] = [];
    for (const { 0: run, index } of plain.matchAll(RUN)) {
      if (!run.includes(' ')) continue;
      found.push({
        values: { count: run.length },
        at: { start: index, end: index + run.length },
        fix: withoutOthers(run, index),
      });
    }
    return found;
  },
};

/** Takes all away but one space, which does not break if any of them does not: an edit a character. */
function withoutOthers(run: string, index: number): Edit[] {
  const kept = Math.max(0, run.search(/[\u00a0\u202f]/));
  const edits: Edit[] = [];
  for (let at = 0; at < run.length; at++) {
    if (at !== kept) edits.push({ start: index + at, end: index + at + 1, text: '' });
  }
  return edits;
}
