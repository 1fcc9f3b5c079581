import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createText } from '../../src/check/text.ts';
import { endingOf, lacksEndMark, sentencesOf } from '../../src/check/words/ends.ts';
import { sizeOf } from '../../src/check/words/lengths.ts';
import { placeholdersOf, surplusOf } from '../../src/check/words/placeholders.ts';
import { repeatsOf } from '../../src/check/words/repeated.ts';
import { startOf } from '../../src/check/words/starts.ts';
import { foldedOf } from '../../src/check/words/wordings.ts';
import { LENGTHS } from '../../src/languages/lengths.ts';
import { repeatedWords } from '../../src/languages/repeated.ts';
import { runs } from '../support/settings.ts';

const text = (locale: string, plain: string) => createText(locale, [{ kind: 'text', text: plain }]);
const word = fc.stringMatching(/^[a-zà-öø-ž]{2,9}$/);

describe('how texts end', () => {
  test.each([
    ['en', 'All is said.', 'final'],
    ['en', 'He said “all is said.”', 'final'],
    ['en', 'All is said (twice.)', 'final'],
    ['en', 'Bread, water,', 'comma'],
    ['ar', 'خبز، ماء،', 'comma'],
    ['hy', 'Ամեն ինչ ասված է։', 'final'],
    ['hy', 'Ամեն ինչ ասված է:', 'final'],
    ['el', 'Ποιος είναι;', 'final'],
    ['zh', '完了。', 'final'],
    ['hi', 'सब कुछ कहा गया।', 'final'],
    ['en', 'See \ufffc', 'code'],
    ['en', 'See this.\ufffc', 'final'],
    ['en', 'All is', 'word'],
    ['en', '', 'none'],
  ])('%s: %s is %s', (locale, plain, kind) => {
    expect(endingOf(text(locale, plain)).kind).toBe(kind);
  });

  test('a language without final marks lacks none', () => {
    expect(lacksEndMark(text('en', 'It is open.'), text('th', 'เปิดอยู่'))).toBe(false);
    expect(lacksEndMark(text('en', 'It is open.'), text('fr', 'C’est ouvert'))).toBe(true);
  });
});

describe('sentences by their marks', () => {
  test.each([
    ['en', 'One. Two! Three?', 3],
    ['en', 'Dr. A. Weber came at 10 a.m. on foot.', 1],
    ['en', 'He asked “Why?” and left.', 1],
    ['de', 'Am 3. Mai war es 3.5 Grad.', 1],
    ['hy', 'Մեկ։ Երկու: Երեք', 3],
    ['el', 'Ένα; Δύο.', 2],
    ['ja', '一つ。二つ。', 2],
    ['ka', 'ერთი. ორი.', 2],
    ['en', '…', 0],
  ])('%s: %s has %i', (locale, plain, count) => {
    expect(sentencesOf(text(locale, plain))).toHaveLength(count);
  });
});

describe('sizes', () => {
  test('codes and addresses count nothing, white space once', () => {
    expect(sizeOf(text('en', 'ab\ufffc  cd'))).toBe(5);
    expect(sizeOf(text('en', 'see https://example.org/a/b'))).toBe(4);
  });

  test('Latin letters in Chinese are as long as they would be there', () => {
    const [median = 0] = LENGTHS.zh ?? [];
    expect(sizeOf(text('zh', '世界GitHub'))).toBeCloseTo(2 + 6 * median);
    expect(sizeOf(text('zh', '马克（Mark）'))).toBe(2);
  });

  test('the figures are in order', () => {
    for (const [median, low, high] of Object.values(LENGTHS))
      expect(low < median && median < high).toBe(true);
  });
});

describe('repeated words', () => {
  law.prop([fc.array(word, { minLength: 2, maxLength: 12 }), fc.nat()], { numRuns: runs })(
    'a doubled word is found where it is, and no other',
    (words, at) => {
      const place = at % words.length;
      const distinct = words.map((one, index) => `${one}${'xyzqjkvwbf'[index % 10]}${index > 9 ? 'g' : ''}`);
      const doubled = distinct.flatMap((one, index) => (index === place ? [one, one] : [one]));
      const plain = doubled.join(' ');
      const repeats = repeatsOf(text('is', plain)).map(({ start, end }) => plain.slice(start, end));
      const chosen = distinct[place] ?? '';
      expect(repeats).toContain(`${chosen} ${chosen}`);
      expect(repeatsOf(text('is', distinct.join(' '))).length).toBe(repeats.length - 1);
    },
  );

  test.each([
    ['fr', 'oui, oui'],
    ['en', 'the 3 3'],
    ['en', 'a a'],
    ['de', 'wenn sie Sie sehen'],
    ['hy', 'քիչ-քիչ'],
    ['zh', '慢慢'],
    ['ja', 'いろいろ'],
  ])('%s: %s is none', (locale, plain) => {
    expect(repeatsOf(text(locale, plain))).toEqual([]);
  });

  test('exceptions are written in small letters', () => {
    for (const locale of ['fr', 'de', 'tr', 'az', 'hy', 'ka', 'ru', 'el', 'ar', 'fa', 'he']) {
      for (const one of repeatedWords(locale)) expect(one).toBe(one.toLowerCase());
    }
  });
});

describe('how texts start', () => {
  test.each([
    ['en', '“The hall”', 'upper'],
    ['fr', '« la salle', 'lower'],
    ['de', '1. der Saal', 'lower'],
    ['en', 'iPhone or not', 'none'],
    ['nl', '’s avonds', 'none'],
    ['ka', 'დარბაზი', 'none'],
    ['en', '3 halls', 'none'],
    ['en', 'example.org is open', 'none'],
    ['uk', 'зала', 'lower'],
  ])('%s: %s: %s', (locale, plain, letter) => {
    expect(startOf(text(locale, plain)).letter).toBe(letter);
  });
});

describe('placeholders', () => {
  const names = (plain: string, patterns: readonly string[] = []) =>
    placeholdersOf(text('en', plain), patterns).map(({ name }) => name);

  test('what is unmistakable', () => {
    expect(names('{a} {0} {{ b.c }} #{d} %{e} %(f)s %s %1$s %d %.2f')).toEqual([
      '{a}',
      '{0}',
      '{{b.c}}',
      '#{d}',
      '%{e}',
      '%(f)s',
      '%s',
      '%1$s',
      '%d',
      '%.2f',
    ]);
  });

  test('prose has none', () => {
    expect(names('100 % de, 50%des, 5\u00a0%d’eau, a { b }, https://x.org/%20s/{id}, %50’si')).toEqual([]);
  });

  test('a project’s patterns: each place once, the longer match', () => {
    expect(names('[A] {b}', ['\\[[A-Z]\\]', '[A-Z]', '\\{b\\}'])).toEqual(['[A]', 'A', '{b}']);
    expect(names('x', ['('])).toEqual([]);
  });

  law.prop([fc.array(fc.constantFrom('{a}', '{b}', '%s')), fc.array(fc.constantFrom('{a}', '{b}', '%s'))], {
    numRuns: runs,
  })('as multisets', (some, others) => {
    const read = (list: readonly string[]) => placeholdersOf(text('en', list.join(' ')), []);
    const lost = surplusOf(read(some), read(others)).length;
    const invented = surplusOf(read(others), read(some)).length;
    expect(some.length - lost).toBe(others.length - invented);
    expect(surplusOf(read(some), read([...some].reverse()))).toEqual([]);
  });
});

law.prop([fc.string({ unit: 'grapheme' })], { numRuns: runs })('folding twice changes nothing', (plain) => {
  const folded = foldedOf(text('en', plain));
  expect(foldedOf(text('en', folded))).toBe(folded);
});
