import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { folder } from '../../src/viewer/fold.ts';

const key = (locale: string, text: string): string => folder(locale)(text).key;
/** Whether words are found in a text, folded by one and the same folder. */
const finds = (locale: string, text: string, words: string): boolean => {
  const fold = folder(locale);
  return fold(text).key.includes(fold(words).key);
};

describe('V26: texts are folded as their language’s collation compares base letters', () => {
  test.each([
    ['hy', 'Ի՞նչ ենք պահանջում', 'ինչ'],
    ['hy', 'և այլն', 'ԵՒ ԱՅԼՆ'],
    ['ka', 'საქართველო', 'ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ'],
    ['ar', 'اِقْرَأْ أولًا', 'اقرا اولا'],
    ['ar', 'في ٢٣ ديسمبر', '23'],
    ['fa', 'می‌خواهم', 'میخواهم'],
    ['hi', '२०२२ में', '2022'],
    ['he', 'שָׁלוֹם', 'שלום'],
    ['de', 'Straße', 'STRASSE'],
    ['de', 'Län\u00adder', 'lander'],
    ['fr', 'L’Œuvre complète', "l'oeuvre complete"],
    ['el', 'Οδός', 'οδοσ'],
    ['ru', 'Ёлка', 'елка'],
    ['tr', 'İSTANBUL', 'istanbul'],
    ['en', 'co\u2011operation', 'cooperation'],
    ['en', 'a\u00a0\n b', 'a b'],
    ['ja', 'カタカナ', 'かたかな'],
    ['ko', '한국어', '하'],
    ['en', 'ﬁne', 'fine'],
    ['en', 'Ångström', 'angstrom'],
    ['en', 'A\u030angstro\u0308m', 'Ångström'],
  ])('%s: “%s” has “%s”', (locale, text, words) => {
    expect(finds(locale, text, words)).toBe(true);
  });

  test.each([
    ['sv', 'bär', 'bar'],
    ['tr', 'ısı', 'isi'],
    ['da', 'æble', 'aeble'],
    ['ru', 'и', 'й'],
    ['hi', 'कि', 'के'],
    ['en', 'a b', 'ab'],
    ['th', 'ก ข', 'กข'],
    ['zh', '他', '她'],
  ])('%s: “%s” does not have “%s”', (locale, text, words) => {
    expect(finds(locale, text, words)).toBe(false);
  });

  const locale = fc.constantFrom('en', 'hy', 'ar', 'de', 'sv', 'hi', 'ja', 'ka');
  const text = fc.string({ unit: 'binary', maxLength: 60 });

  test.prop([locale, text])('every unit stands for a piece of the text', (at, words) => {
    const { key: folded, starts } = folder(at)(words);
    expect(starts.length).toBe(folded.length);
    for (const [index, start] of starts.entries()) {
      expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
      expect(start).toBeLessThan(words.length);
    }
  });

  test.prop([locale, text])('composed or decomposed, it is the same', (at, words) => {
    const fold = folder(at);
    expect(fold(words.normalize('NFD')).key).toBe(fold(words.normalize('NFC')).key);
  });

  test.prop([locale, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40)])(
    'soft hyphens change nothing',
    (at, words, place) => {
      const fold = folder(at);
      const signs = [...words];
      const cut = [...signs.slice(0, place), '\u00ad', ...signs.slice(place)].join('');
      expect(fold(cut).key).toBe(fold(words).key);
    },
  );

  test('a long text takes time in proportion to its length', () => {
    const fold = folder('hy');
    const once = 'Մենք պահանջում ենք անհապաղ դադարեցնել հարձակումը։ ';
    const before = performance.now();
    expect(fold(once.repeat(20_000)).key.length).toBeGreaterThan(900_000);
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(key('hy', '')).toBe('');
  });
});
