import { gluedMarks } from '../marks/glued.ts';
import type { TextRule } from '../rule.ts';

/** No space after a mark: `word,word`. */
export const spacingAfterPunct: TextRule = {
  id: 'spacing-after-punct',
  scope: 'text',
  severity: 'warning',
  check: (text) =>
    gluedMarks(text).map((at) => ({ values: { text: text.plain.slice(at.start, at.end) }, at })),
};
