import type { Edit } from '../../model/finding.ts';
import { codePointName } from '../letters/letters.ts';
import type { EditionRule, FoundInEdition } from '../rule.ts';
import { maskedOf, type Text } from '../text.ts';

/** Languages in which the apostrophe is a letter of the alphabet, so that two forms of it spell a word in two ways. */
const LETTER_IN = new Set(['uk', 'be', 'br', 'gn', 'rue']);
/** Between letters of the language, not a quotation mark. */
const APOSTROPHE = /(?<=\p{L})['’ʼ‘`´′](?=\p{L})/gu;
const MIXED = /(?<=\p{sc=Latn})['’ʼ‘`´′]|['’ʼ‘`´′](?=\p{sc=Latn})/u;

/** One edition writes the apostrophe within words in several ways. */
export const apostrophe: EditionRule = {
  id: 'apostrophe',
  scope: 'edition',
  severity: 'info',
  check: ({ pairs }) => {
    if (!LETTER_IN.has(pairs[0]?.target.subtag ?? '')) return [];
    const counts = new Map<string, number>();
    const held = pairs.map(({ id, target }) => ({ id, places: placesIn(target) }));
    for (const { places } of held)
      for (const { char } of places) counts.set(char, (counts.get(char) ?? 0) + 1);
    if (counts.size < 2) return [];
    const [main = ''] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    return held.flatMap(({ id, places }): FoundInEdition[] => {
      const fix = places.flatMap(({ char, at }): Edit[] =>
        char === main ? [] : [{ start: at, end: at + 1, text: main }],
      );
      const [first] = fix;
      if (!first) return [];
      const char = places.find(({ at }) => at === first.start)?.char ?? '';
      const values = { char, name: codePointName(char), usual: main, usualName: codePointName(main) };
      return [{ segment: id, values, at: { start: first.start, end: first.end }, fix }];
    });
  },
};

function placesIn(text: Text): { char: string; at: number }[] {
  const isCyrillic = text.subtag !== 'br' && text.subtag !== 'gn';
  return [...maskedOf(text).matchAll(APOSTROPHE)].flatMap(({ 0: char, index }) => {
    const around = text.plain.slice(index - 1, index + 2);
    return isCyrillic && MIXED.test(around) ? [] : [{ char, at: index }];
  });
}
