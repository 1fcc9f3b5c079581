import type { Edit, Severity } from '../../model/finding.ts';
import { lettersOf } from '../letters/letters.ts';
import { mixedWordsOf, strayLettersOf } from '../letters/mixed.ts';
import type { CheckSettings, Found, TextRule } from '../rule.ts';
import type { Text } from '../text.ts';

/** A word with letters of two scripts, as a Latin o in Russian: it looks right, and no search finds it. */
export const mixedScript: TextRule = {
  id: 'mixed-script',
  scope: 'text',
  source: true,
  severity: 'error',
  check: (text, settings) => {
    if (lettersOf(text).counts.size < 2) return [];
    const mixed = mixedWordsOf(text).filter(({ word }) => !isKept(word, settings));
    return [
      ...mixed.map(({ word, letters, start, end, to }) =>
        found(text, 'word', { word, letters, start, end }, to),
      ),
      ...strayLettersOf(text).map((place) => found(text, 'letter', place, place.to, 'warning')),
    ];
  },
};

function found(
  { plain }: Text,
  kind: string,
  { word, letters, start, end }: { word: string; letters: string; start: number; end: number },
  to: string | null,
  severity?: Severity,
): Found {
  const fix: Edit[] = to === null ? [] : differences(plain.slice(start, end), to, start);
  return {
    ...(severity && { severity }),
    values: { kind, word, letters },
    at: { start, end },
    ...(fix.length > 0 && { fix }),
  };
}

/** One edit a letter that changes; both texts have the same length. */
function differences(from: string, to: string, offset: number): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < from.length; at++) {
    if (from[at] !== to[at]) edits.push({ start: offset + at, end: offset + at + 1, text: to[at] ?? '' });
  }
  return edits;
}

/** Whether a text that stays as it is, or a name, has the word. */
function isKept(word: string, { keep, names }: CheckSettings): boolean {
  if (keep.texts.some((text) => text.includes(word))) return true;
  return Object.values(names).some(({ forms }) =>
    Object.values(forms).some((list) => list.some((form) => form.includes(word))),
  );
}
