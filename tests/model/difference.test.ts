import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type Change, differenceOf } from '../../src/model/difference.ts';
import { runs } from '../support/settings.ts';

const shown = (changes: readonly Change[]): string =>
  changes
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
const side = (changes: readonly Change[], without: Change['kind']): string =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

const words = fc
  .array(
    fc.constantFrom('the', 'a', 'peace', '200', '2,000', ' ', ' ', '.', 'և', '和', '平', 'ไทย', 'e\u0301'),
  )
  .map((list) => list.join(''));
const texts = fc.oneof(words, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('the difference of two texts', () => {
  law.prop([texts, texts], { numRuns: runs })('holds both, whole and in order', (before, after) => {
    const changes = differenceOf(before, after);
    expect(side(changes, 'added')).toBe(before);
    expect(side(changes, 'removed')).toBe(after);
  });

  law.prop([texts], { numRuns: runs })('is none between a text and itself', (text) => {
    expect(differenceOf(text, text).filter(({ kind }) => kind !== 'same')).toEqual([]);
  });

  law.prop([words, words, words, words], { numRuns: runs })(
    'keeps what stands before and after a change',
    (before, one, other, after) => {
      const changes = differenceOf(`${before} | ${one} | ${after}`, `${before} | ${other} | ${after}`);
      const same = changes
        .filter(({ kind }) => kind === 'same')
        .reduce((sum, { text }) => sum + text.length, 0);
      expect(same).toBeGreaterThanOrEqual(before.length + after.length);
    },
  );

  law.prop([texts, texts], { numRuns: runs })(
    'never has two pieces of a kind beside each other',
    (before, after) => {
      const kinds = differenceOf(before, after).map(({ kind }) => kind);
      expect(kinds.filter((kind, index) => kind === kinds[index + 1])).toEqual([]);
    },
  );

  test.each([
    [
      'justice for all of us',
      'injustice for none of us',
      '[-justice-]{+injustice+} for [-all-]{+none+} of us',
    ],
    ['It has 200 pages.', 'It has 2,000 pages.', 'It has [-200-]{+2,000+} pages.'],
    ['Forces shall leave.', 'Forces may leave.', 'Forces [-shall-]{+may+} leave.'],
    ['old words here', 'new text here', '[-old words-]{+new text+} here'],
    ['日本国憲法は国会', '日本の憲法と国会', '日本[-国-]{+の+}憲法[-は-]{+と+}国会'],
    ['Մենք պահանջում ենք', 'Մենք կոչ ենք', 'Մենք [-պահանջում-]{+կոչ+} ենք'],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
  ])('from %j to %j', (before, after, expected) => {
    expect(shown(differenceOf(before, after))).toBe(expected);
  });

  test('takes time in proportion to the texts, hostile ones too', () => {
    const many = (count: number, word: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => word(index)).join(' ');
    const pairs = [
      [many(60_000, (at) => `w${at}`), many(60_000, (at) => `w${(at * 7) % 60_000}`)],
      [many(60_000, () => 'a'), many(60_000, () => 'b')],
      [many(60_000, (at) => 'ab'[at % 2] ?? ''), many(60_000, (at) => 'aab'[at % 3] ?? '')],
    ] as const;
    for (const [before, after] of pairs) {
      const start = performance.now();
      expect(side(differenceOf(before, after), 'added')).toBe(before);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});
