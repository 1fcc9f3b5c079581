import { own } from '../../model/table.ts';
import type { Found, TextRule } from '../rule.ts';
import { wordsOf } from '../text.ts';
import { isOrdinary, isRightInParts } from '../words/spelling.ts';
import { knownWords } from '../words/terms.ts';

/** A word that the locale's dictionary does not know. */
export const spelling: TextRule = {
  id: 'spelling',
  scope: 'text',
  severity: 'info',
  optIn: true,
  check: (text, settings) => {
    const isRight = own(settings.spelling, text.locale);
    if (!isRight) return [];
    const known = knownWords(settings, text.locale);
    const seen = new Set<string>();
    return wordsOf(text).flatMap((word): Found[] => {
      if (seen.has(word.text) || !isOrdinary(text, word)) return [];
      seen.add(word.text);
      if (isRightInParts(word.text, isRight, known)) return [];
      const { start, end } = word;
      return [{ values: { word: word.text }, at: { start, end } }];
    });
  },
};
