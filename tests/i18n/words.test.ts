import { describe, expect, it } from 'vitest';
import { createInterface, languageName } from '../../src/i18n/words.ts';

const strings = createInterface({
  en: {
    plain: 'Plain text, with $t(plain) and {{count}} as they are',
    files: '{count, plural, one {# file} other {# files}}',
    date: '{date, date, ::yyyyMMMMd}',
    list: 'Seen: {names}.',
    choice: 'Either {names}.',
    some: '{names, select, none {Nothing} other {These: {names}}}',
    place: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} item',
    only: { english: '{count, plural, one {# word} other {# words}}' },
  },
  uk: { files: '{count, plural, one {# файл} few {# файли} other {# файлів}}', plain: 'Текст' },
  fr: { date: '{date, date, ::yyyyMMMMd}', files: '{count, number}' },
});
const wordsOf = strings.words;

describe('words', () => {
  it('are formatted by the rules of their language', () => {
    const words = wordsOf('uk');
    expect([1, 2, 5, 21].map((count) => words('files', { count }))).toEqual([
      '1 файл',
      '2 файли',
      '5 файлів',
      '21 файл',
    ]);
    const date = new Date(Date.UTC(2023, 8, 21, 12));
    expect(wordsOf('fr')('date', { date })).toBe('21 septembre 2023');
    expect(wordsOf('fr')('files', { count: 1234567 })).toBe('1\u202F234\u202F567');
  });

  it('write lists and ordinals', () => {
    const words = wordsOf('en');
    expect(words('list', { names: ['a', 'b', 'c'] })).toBe('Seen: a, b, and c.');
    expect(words('choice', { names: { oneOf: ['a', 'b'] } })).toBe('Either a or b.');
    expect(words('some', { names: [] })).toBe('Nothing');
    expect(words('some', { names: ['a'] })).toBe('These: a');
    expect([1, 2, 3, 4, 11, 21].map((n) => words('place', { n }))).toEqual(
      ['1st', '2nd', '3rd', '4th', '11th', '21st'].map((n) => `${n} item`),
    );
    expect(strings.number('fr', 1234567)).toBe('1\u202F234\u202F567');
  });

  it('fall back to the language, then to English with its plural rules', () => {
    expect(wordsOf('uk-UA')('plain')).toBe('Текст');
    expect(wordsOf('uk')('only.english', { count: 21 })).toBe('21 words');
    expect(wordsOf('ka')('files', { count: 1 })).toBe('1 file');
  });

  it('show the key where there is no text, and the text where it cannot be filled', () => {
    expect(wordsOf('en')('no.such.key')).toBe('no.such.key');
    expect(wordsOf('en')('files')).toBe('{count, plural, one {# file} other {# files}}');
  });

  it('name the locale that they are in', () => {
    expect(['uk', 'uk-UA', 'ka', 'en-GB'].map(strings.localeOf)).toEqual(['uk', 'uk', 'en', 'en']);
  });
});

describe('language names', () => {
  it('are given in any language', () => {
    expect(languageName('fr', 'fr')).toBe('français');
    expect(languageName('hy', 'en')).toBe('Armenian');
    expect(languageName('hy', 'hy')).toBe('հայերեն');
  });
});
