import { describe, expect, test } from 'vitest';
import { judgedEdits } from './edits-table.ts';

const edits = judgedEdits();
const shown = (list: typeof edits): string[] =>
  list.map(
    ({ language, label, found, before, after }) => `${language} ${label}/${found}: ${before} → ${after}`,
  );

describe('the table of labelled edits', () => {
  test('has 300 edits, 25 a language, and every class in each', () => {
    expect(edits.length).toBeGreaterThanOrEqual(300);
    for (const language of ['en', 'hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de']) {
      const own = edits.filter((edit) => edit.language === language);
      expect(own.length, language).toBeGreaterThanOrEqual(25);
      expect([...new Set(own.map(({ label }) => label))].sort(), language).toEqual([
        'cosmetic',
        'meaning',
        'wording',
      ]);
    }
    expect(edits.every(({ before, after, why }) => before !== '' && after !== before && why !== '')).toBe(
      true,
    );
  });

  test('no edit of wording or meaning is called cosmetic', () => {
    expect(shown(edits.filter(({ label, found }) => found === 'cosmetic' && label !== 'cosmetic'))).toEqual(
      [],
    );
  });

  test('at least 95 % are judged as they are labelled, in all and in each language', () => {
    for (const language of new Set(edits.map((edit) => edit.language))) {
      const own = edits.filter((edit) => edit.language === language);
      const wrong = own.filter(({ label, found }) => label !== found);
      expect(wrong.length / own.length, shown(wrong).join('\n')).toBeLessThanOrEqual(0.05);
    }
  });
});
