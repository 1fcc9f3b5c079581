import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyEdit } from '../../src/catalogue/classify.ts';
import type { Vocabulary } from '../../src/catalogue/edits/vocabulary.ts';
import type { Language } from '../../src/languages/language.ts';
import { LANGUAGES } from '../../src/languages/languages.ts';
import type { Wording } from '../../src/model/catalogue.ts';
import { runs } from '../support/settings.ts';
import { labelledEdits } from './edits-table.ts';

const NAMES: readonly string[] = ['Anahit', 'Markarian', 'Оксана', 'Կարեն', 'Quliyev', 'Brătianu'];

/** Believes every misspelling, so that the rules alone must refuse; no name of the test is a common word. */
const credulous: Vocabulary = {
  isMend: () => true,
  isCommon: (word) => !NAMES.includes(word),
  isName: () => false,
  isListed: () => false,
  count: () => 0,
};
/** Believes none. */
const strict: Vocabulary = {
  isMend: () => false,
  isCommon: () => false,
  isName: () => false,
  isListed: () => false,
  count: () => 0,
};
const plain = (text: string): Wording => ({ text, codes: {} });

const sentences = labelledEdits().filter(({ before, after }) => !/[<&`*[]/.test(before + after));
const languages = Object.entries(LANGUAGES);
const listOf = (words: string | undefined): string[] =>
  (words ?? '')
    .split(' ')
    .map((word) => word.replace(/[*?]$/, ''))
    .filter((word) => word.length > 1 && !word.endsWith("'"));

/** Every word whose coming or going is a change of meaning. */
function heavyWords({ negations, modals }: Language): string[] {
  return [negations, ...(modals ?? [])].flatMap(listOf);
}

const numberWords = ({ numbers }: Language): string[] =>
  Object.entries(numbers ?? {})
    .filter(([value]) => Number(value) > 1)
    .flatMap(([, words]) => listOf(words));

/** Changes that look like cosmetics: each gives another form of the same text. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replace(' ', '\u00a0'),
  (text) => text.replace(/["«»“”„]/g, '‟'),
  (text) => text.replaceAll(' – ', ' - ').replaceAll(' — ', ' – '),
  (text) => text.replaceAll('...', '…'),
  (text) => text.replaceAll("'", '’'),
  (text) => text.replace(/(\p{L}{3})(\p{L}{3})/u, '$1\u00ad$2'),
  (text) => text.replaceAll(' ', '\n'),
];
const disguise = fc.constantFrom(...DISGUISES);

/** A sentence of the table in its language, and the word gaps within it. */
const sentence = fc.constantFrom(...sentences).map(({ language, before }) => ({ language, text: before }));

function insertWord(text: string, word: string, at: number): string {
  const gaps = [...text.matchAll(/ /g)].map(({ index }) => index);
  const gap = gaps[at % gaps.length] ?? 0;
  return `${text.slice(0, gap)} ${word}${text.slice(gap)}`;
}

describe('cosmetic edits', () => {
  test('another form of the same text is cosmetic', () => {
    fc.assert(
      fc.property(sentence, disguise, ({ language, text }, change) => {
        expect(classifyEdit(plain(text), plain(change(text)), language, strict)).toBe('cosmetic');
      }),
      { numRuns: runs },
    );
  });

  test('without a misspelling, cosmetic texts have the same letters and digits', () => {
    const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}]/gu, '');
    const edit = fc.tuple(
      sentence,
      disguise,
      fc.nat(),
      fc.constantFrom('', ' ', '.', ',', '-', '"', '5', 'x', 'не ', '—', '\u00ad', '(', ')'),
      fc.nat(2),
    );
    fc.assert(
      fc.property(edit, ([{ language, text }, change, at, put, cut]) => {
        const place = at % text.length;
        const after = change(text.slice(0, place) + put + text.slice(place + cut));
        if (classifyEdit(plain(text), plain(after), language, strict) !== 'cosmetic') return;
        expect(letters(after)).toBe(letters(text));
      }),
      { numRuns: runs * 10 },
    );
  });
});

describe('a change of meaning in disguise', () => {
  test('a number is never missed', () => {
    const edit = fc.tuple(sentence, disguise, fc.nat(), fc.nat(9999), fc.nat(9999));
    fc.assert(
      fc.property(edit, ([{ language, text }, change, at, one, other]) => {
        fc.pre(one !== other);
        const [before, after] = [insertWord(text, String(one), at), insertWord(text, String(other), at)];
        expect(classifyEdit(plain(before), plain(change(after)), language, credulous)).toBe('meaning');
      }),
      { numRuns: runs },
    );
  });

  test.each(languages)(
    '%s: a negation or modal verb that comes or goes is never missed',
    (language, data) => {
      // Where a negation takes two words, the second completes the first: neither comes alone in such a sentence.
      const seconds = listOf(data.secondNegations);
      const isFree = (text: string): boolean => !seconds.some((word) => text.includes(word));
      const own = fc.constantFrom(
        ...sentences.filter((one) => one.language === language && isFree(one.before)),
      );
      const word = fc.constantFrom(...heavyWords(data));
      fc.assert(
        fc.property(own, word, fc.nat(), disguise, fc.boolean(), ({ before }, heavy, at, change, goes) => {
          const pair = [before, change(insertWord(before, heavy, at))];
          const [from = '', to = ''] = goes ? pair.reverse() : pair;
          expect(classifyEdit(plain(from), plain(to), language, credulous)).toBe('meaning');
        }),
        { numRuns: runs },
      );
    },
  );

  test.each(languages)(
    '%s: a word that says a number, date, negation or modal is no misspelling',
    (language, data) => {
      const lists = [...(data.months ?? []), ...(data.days ?? []), data.names, data.weak];
      const word = fc.constantFrom(...heavyWords(data), ...numberWords(data), ...lists.flatMap(listOf));
      const slip = fc.record({ at: fc.nat(), kind: fc.constantFrom('swap', 'double', 'drop', 'change') });
      fc.assert(
        fc.property(word, slip, fc.boolean(), (right, { at, kind }, mended) => {
          const wrong = misspell(right, at % right.length, kind);
          fc.pre(wrong !== right);
          const pair = [`Aa bb ${wrong} cc.`, `Aa bb ${right} cc.`];
          const [from = '', to = ''] = mended ? pair : pair.reverse();
          expect(classifyEdit(plain(from), plain(to), language, credulous)).not.toBe('cosmetic');
        }),
        { numRuns: runs * 2 },
      );
    },
  );

  test('a name within a sentence is never missed, nor mended', () => {
    const cased = fc.constantFrom(...sentences.filter(({ language }) => !['de', 'ka'].includes(language)));
    const name = fc.constantFrom(...NAMES);
    const slip = fc.record({
      at: fc.nat({ max: 20 }),
      kind: fc.constantFrom('swap', 'double', 'drop', 'change'),
    });
    fc.assert(
      fc.property(
        cased,
        name,
        slip,
        disguise,
        fc.nat(),
        ({ language, before }, right, { at, kind }, change, gap) => {
          const wrong = misspell(right, 1 + (at % (right.length - 1)), kind);
          fc.pre(wrong !== right);
          const pair = [insertWord(before, wrong, gap), insertWord(before, right, gap)] as const;
          const found = classifyEdit(plain(pair[0]), plain(change(pair[1])), language, credulous);
          expect(found).not.toBe('cosmetic');
        },
      ),
      { numRuns: runs * 2 },
    );
  });

  test('a link that leads elsewhere, or its place, is never missed', () => {
    const link = (text: string, first: string, second: string): Wording => ({
      text: `${text} <1>aa</1> <2>bb</2>`,
      codes: {
        '1': { type: 'link', parts: ['[', ')'], href: first },
        '2': { type: 'link', parts: ['[', ')'], href: second },
      },
    });
    const address = fc.nat(999).map((page) => `https://town.example/${page}`);
    fc.assert(
      fc.property(sentence, address, address, disguise, ({ language, text }, a, b, change) => {
        fc.pre(a !== b);
        const before = link(text, a, b);
        expect(classifyEdit(before, link(change(text), b, a), language, credulous)).not.toBe('cosmetic');
        expect(classifyEdit(before, link(change(text), a, `${b}?q`), language, credulous)).toBe('meaning');
        expect(classifyEdit(before, link(text, b, a), language, credulous)).toBe('meaning');
      }),
      { numRuns: runs },
    );
  });
});

function misspell(word: string, at: number, kind: string): string {
  if (kind === 'swap')
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  if (kind === 'double') return word.slice(0, at) + (word[at] ?? '') + word.slice(at);
  if (kind === 'drop') return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + (word[at] === 'e' ? 'o' : 'e') + word.slice(at + 1);
}
