import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesIn } from '../../src/check/terms/candidates.ts';
import { foldOf } from '../../src/check/terms/fold.ts';
import { affixesIn } from '../../src/check/terms/read.ts';
import { areFormsOfOne, areSpellingsOfOne, distanceOf } from '../../src/check/terms/similar.ts';
import { sourceTerms } from '../../src/check/terms/source.ts';
import { wordingsIn } from '../../src/check/terms/wordings.ts';
import { createText, type Text } from '../../src/check/text.ts';
import { romanised } from '../../src/languages/romanise.ts';
import { FormTree, partsOf, tokensOf } from '../../src/model/form-tree.ts';
import type { Glossary } from '../../src/model/glossary.ts';
import { type Example, findIn } from '../support/rule-page.ts';
import { runs } from '../support/settings.ts';

const textOf = (locale: string, plain: string): Text => createText(locale, [{ kind: 'text', text: plain }]);
const example = (over: Partial<Example>): Example => ({
  segments: [],
  source: 'en',
  settings: {},
  context: {},
  finds: null,
  ...over,
});

describe('forms in a text', () => {
  const fold = foldOf('en');

  it('are all found that a look at every place finds, and the longest are chosen', () => {
    const word = fc.constantFrom('right', 'rights', 'human', 'care', 'health', 'a', '-');
    const form = fc.array(fc.oneof(word, fc.constantFrom('right*', 'he*', '*')), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(form, { maxLength: 5 }), fc.array(word, { maxLength: 12 }), (forms, words) => {
        const tree = new FormTree<number>();
        const all = forms.map((parts) => partsOf(parts.join(' '), fold));
        for (const [at, parts] of all.entries()) tree.add(parts, at);
        const { keys } = tokensOf(words.join(' '), fold);
        const naive = keys.flatMap((_, from) =>
          all.flatMap((parts, at) =>
            from + parts.length <= keys.length &&
            parts.every(({ key, stem }, i) =>
              stem ? (keys[from + i] ?? '').startsWith(key) : keys[from + i] === key,
            )
              ? [`${from} ${from + parts.length} ${at}`]
              : [],
          ),
        );
        const tokens = tokensOf(words.join(' '), fold);
        const found = tree
          .all(tokens)
          .flatMap(({ from, to, values }) => values.map((at) => `${from} ${to} ${at}`));
        expect(found.sort()).toEqual(naive.sort());
        let end = 0;
        for (const { from, to } of tree.longest(tokens)) {
          expect(from).toBeGreaterThanOrEqual(end);
          const longest = naive.map((one) => one.split(' ').map(Number)).filter(([start]) => start === from);
          expect(to).toBe(Math.max(...longest.map(([, stop = 0]) => stop)));
          end = to;
        }
      }),
      { numRuns: runs },
    );
  });

  it('have tokens at their places, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { keys, starts, ends } = tokensOf(text, (token) => token);
        let last = 0;
        for (const [at, key] of keys.entries()) {
          expect(text.slice(starts[at], ends[at])).toBe(key);
          expect(starts[at]).toBeGreaterThanOrEqual(last);
          last = ends[at] ?? 0;
        }
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ['tr', 'İSTANBUL', 'istanbul'],
    ['az', 'BAKI', 'bakı'],
    ['el', 'Πρόεδρος', 'προεδροσ'],
    ['de', 'STRASSE', 'strasse'],
    ['de', 'Straße', 'strasse'],
    ['ru', 'Ещё', 'еще'],
    ['uk', 'її', 'її'],
    ['hy', 'Ինչու՞', 'ինչու'],
    ['he', 'שָׁלוֹם', 'שלום'],
    ['ar', 'إسرائيل', 'اسرائيل'],
    ['ro', 'Ţară', 'țară'],
  ])('are compared in %s: %s', (locale, word, folded) => {
    expect(foldOf(locale)(word)).toBe(folded);
  });

  it('of a glossary cost the same however many there are', () => {
    const glossaryOf = (count: number): Glossary =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `t${at}`,
          { forms: { en: [`term number${at} here`, `stem${at}*`] }, forbidden: {} },
        ]),
      );
    const texts = Array.from({ length: 3000 }, (_, at) =>
      textOf(
        'en',
        `Some words about term number${at % 900} here and stem${at % 700}s, and then some more words.`,
      ),
    );
    const secondsFor = (count: number): number => {
      const find = sourceTerms(glossaryOf(count), 'en');
      find(textOf('en', 'warm'));
      const start = performance.now();
      let found = 0;
      for (const text of texts) found += find(text).length;
      expect(found).toBe(6000);
      return performance.now() - start;
    };
    const few = secondsFor(1000);
    expect(secondsFor(10_000)).toBeLessThan(4 * few + 50);
  });
});

describe('names that are forms of each other', () => {
  it.each([
    ['ru', 'зеленский зеленского зеленскому зеленским'],
    ['uk', 'харків харкова харкові харковом'],
    ['uk', 'коваленко коваленка коваленком'],
    ['be', 'мінск мінска мінску мінскам'],
    ['pl', 'warszawa warszawy warszawie warszawę'],
    ['hy', 'զելենսկի զելենսկու զելենսկուն զելենսկին'],
    ['hy', 'երևան երևանի երևանում երևանից երևանը'],
    ['ka', 'თბილისი თბილისში თბილისის თბილისიდან'],
    ['az', 'bakı bakıda bakıdan bakının bakıya bakılı'],
    ['tr', 'ankara ankarada ankaradan ankaranın'],
    ['ro', 'bucurești bucureștiului'],
    ['de', 'armenien armeniens'],
    ['el', 'παπανδρεου παπανδρεουσ'],
  ])('in %s: %s', (locale, words) => {
    const [base = '', ...rest] = words.split(' ');
    for (const word of rest) {
      expect([word, areFormsOfOne(base, word, affixesIn(locale))]).toEqual([word, true]);
      expect([word, areSpellingsOfOne(base, word, affixesIn(locale))]).toEqual([word, false]);
    }
  });

  it.each([
    ['ru', 'зеленский', 'зеленський'],
    ['az', 'bakı', 'baku'],
    ['az', 'əliyev', 'aliyev'],
    ['fr', 'zelensky', 'zelenskyy'],
    ['en', 'aliyev', 'aliev'],
    ['de', 'kiew', 'kiev'],
    ['uk', 'коваленко', 'каваленко'],
  ])('in %s: %s and %s are two spellings', (locale, one, other) => {
    const affixes = affixesIn(locale);
    expect([areFormsOfOne(one, other, affixes), areSpellingsOfOne(one, other, affixes)]).toEqual([
      false,
      true,
    ]);
    expect(areSpellingsOfOne(other, one, affixes)).toBe(true);
  });

  it.each([
    ['ru', 'москва', 'минск'],
    ['en', 'paris', 'london'],
    ['de', 'wien', 'bern'],
  ])('in %s: %s and %s are two names', (locale, one, other) => {
    const affixes = affixesIn(locale);
    expect([areFormsOfOne(one, other, affixes), areSpellingsOfOne(one, other, affixes)]).toEqual([
      false,
      false,
    ]);
  });

  it('are as far apart as the steps between them, a swap counting once', () => {
    expect(distanceOf('baku', 'baku', 2)).toBe(0);
    expect(distanceOf('bkau', 'baku', 2)).toBe(1);
    expect(distanceOf('kitten', 'sitting', 5)).toBe(3);
    expect(distanceOf('kitten', 'sitting', 2)).toBe(3);
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const most = Math.max(one.length, other.length);
        const distance = distanceOf(one, other, most);
        expect(distance).toBe(distanceOf(other, one, most));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
        expect(distanceOf(one, other, 1)).toBe(Math.min(distance, 2));
      }),
      { numRuns: runs },
    );
  });

  it('sound alike in all scripts', () => {
    for (const word of ['Зеленский', 'Зеленський', 'Զելենսկի', 'ზელენსკი', 'Zelensky', 'Zełenski']) {
      expect([word, distanceOf(romanised(word.toLowerCase()), 'zelenski', 2)]).toEqual([
        word,
        expect.toSatisfy((n) => n <= 1),
      ]);
    }
  });
});

describe('names spelled in two ways', () => {
  const SPELLINGS: readonly (readonly [string, string, string, string])[] = [
    ['ru', 'Ковалевский', 'Ковалевський', '{} пришёл поздно.'],
    ['uk', 'Ковалевський', 'Ковалевский', '{} прийшов пізно.'],
    ['fr', 'Kovalevski', 'Kovalevsky', '{} est arrivé tard.'],
    ['de', 'Kowalewski', 'Kowalevski', 'Dann kam {} an.'],
    ['az', 'Kovalevski', 'Kavalevski', 'Sonra {} gəldi.'],
    ['ro', 'Kovalevski', 'Kovalevschi', 'Apoi a venit {}.'],
    ['hy', 'Կովալևսկի', 'Կավալևսկի', 'Հետո եկավ {}։'],
  ];

  it.each(SPELLINGS)('are found in %s', (locale, usual, other, pattern) => {
    const segments = Array.from({ length: 6 }, (_, at) => ({
      en: `On day ${at} the doctor Kovalevsky came late.`,
      [locale]: pattern.replace('{}', at === 4 ? other : usual),
    }));
    const findings = findIn('names-consistency', example({ segments }));
    expect(findings.map(({ values }) => [values['found'], values['expected'], values['count']])).toEqual([
      [other, usual, 5],
    ]);
    const right = segments.map((one) => ({ ...one, [locale]: pattern.replace('{}', usual) }));
    expect(findIn('names-consistency', example({ segments: right }))).toEqual([]);
  });

  it('are found in a time that grows with the text', () => {
    const names = Array.from({ length: 400 }, (_, at) => `Name${String.fromCharCode(97 + (at % 26))}${at}x`);
    const segments = Array.from({ length: 1200 }, (_, at) => ({
      en: `We saw ${names[at % 400]} and ${names[(at * 7) % 400]} here.`,
      fr: `Nous avons vu ${names[at % 400]} et ${names[(at * 7) % 400]} ici.`,
    }));
    const start = performance.now();
    expect(findIn('names-consistency', example({ segments }))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('candidates', () => {
  it('are weighed by how often they stand alone, and their wordings by how often the two stand together', () => {
    const pairs = [
      ['The fair trial is due.', 'Le procès équitable est dû.'],
      ['A fair trial in public.', 'Un procès équitable en public.'],
      ['No fair trial at all.', 'Pas de procès équitable du tout.'],
      ['The law is clear.', 'La loi est claire.'],
      ['They walked home in rain.', 'Sous la pluie, on rentra.'],
      ['Nobody came.', 'Personne ne vint.'],
    ].map(([en = '', fr = '']) => ({ source: textOf('en', en), target: textOf('fr', fr) }));
    const options = { least: 3, most: 10, isKnown: () => false };
    const found = candidatesIn(
      pairs.map(({ source }) => source),
      options,
    );
    expect(found.map(({ term, kind, count }) => [term, kind, count])).toEqual([['fair trial', 'term', 3]]);
    expect(wordingsIn(pairs, new Set(['fair trial'])).get('fair trial')).toEqual({
      form: 'procès équitable',
      count: 3,
      of: 3,
      score: 1,
    });
    expect(
      candidatesIn(
        pairs.map(({ source }) => source),
        { ...options, isKnown: (key) => key === 'fair trial' },
      ),
    ).toEqual([]);
  });
});
