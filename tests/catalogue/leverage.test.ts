import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWording } from '../../src/catalogue/hash.ts';
import { createMemory, memoryPairs } from '../../src/catalogue/leverage.ts';
import {
  type SourceCatalogue,
  STATES,
  type Target,
  type TargetCatalogue,
} from '../../src/model/catalogue.ts';
import type { Codes } from '../../src/model/content.ts';
import type { MemoryPair, MemoryQuery } from '../../src/model/memory.ts';
import { runs } from '../support/settings.ts';

const LINK = (href: string): Codes => ({ '1': { type: 'link', parts: ['[', `](${href})`], href } });

const pair = (source: string, target: string, more: Partial<MemoryPair> = {}): MemoryPair => ({
  document: 'other.md',
  id: 's00000001',
  source,
  target,
  codes: {},
  state: 'reviewed',
  origin: 'human',
  before: null,
  after: null,
  ...more,
});
const query = (source: string, more: Partial<MemoryQuery> = {}): MemoryQuery => ({
  document: 'doc.md',
  id: 's0000000q',
  source,
  codes: {},
  before: null,
  after: null,
  previous: [],
  ...more,
});
const told = (pairs: readonly MemoryPair[], asked: MemoryQuery): [string, string, number][] =>
  createMemory(pairs)
    .candidates(asked)
    .map(({ pair: { target }, kind, similarity }) => [target, kind, similarity]);

describe('what the memory offers', () => {
  it('is the same text, in context where the neighbours are the same', () => {
    const pairs = [pair('We agree.', 'un'), pair('We agree.', 'deux', { before: 'A.', after: 'B.' })];
    expect(told(pairs, query('We  agree.', { before: 'A.', after: 'B.' }))).toEqual([
      ['deux', 'ice', 100],
      ['un', 'exact', 100],
    ]);
    expect(told(pairs, query('We agree.', { before: 'A.', after: 'C.' })).map(([, kind]) => kind)).toEqual([
      'exact',
      'exact',
    ]);
    // Alone in its document is no context.
    expect(told([pair('We agree.', 'un')], query('We agree.'))).toEqual([['un', 'exact', 100]]);
  });

  it('is not exact where a code says something else', () => {
    const pairs = [pair('See <1>it</1>.', 'Voir <1>ceci</1>.', { codes: LINK('a') })];
    expect(told(pairs, query('See <1>it</1>.', { codes: LINK('a') }))).toEqual([
      ['Voir <1>ceci</1>.', 'exact', 100],
    ]);
    expect(told(pairs, query('See <1>it</1>.', { codes: LINK('b') }))).toEqual([
      ['Voir <1>ceci</1>.', 'fuzzy', 99],
    ]);
    expect(told(pairs, query('See it.'))).toEqual([['Voir <1>ceci</1>.', 'fuzzy', 99]]);
  });

  it('is similar texts, with how similar they are, where there is no exact one', () => {
    const pairs = [
      pair('The road must be opened at once by them.', 'neuf'),
      pair('The road must be closed at once by all of us.', 'loin'),
      pair('Nobody was told of it.', 'rien'),
      pair('THE ROAD MUST BE OPENED AT ONCE.', 'cris'),
    ];
    expect(told(pairs, query('The road must be opened at once.'))).toEqual([
      ['cris', 'fuzzy', 99],
      ['neuf', 'fuzzy', 80],
    ]);
  });

  it('is what the segment was translated by before, however much has changed', () => {
    const previous = [pair('Quite another text.', 'avant', { document: 'doc.md', id: 's0000000q' })];
    expect(told([], query('The road is long and wide.', { previous }))).toEqual([['avant', 'previous', 14]]);
    expect(
      told([pair('The road is long.', 'la')], query('The road is long and wide.', { previous })),
    ).toEqual([
      ['la', 'fuzzy', 71],
      ['avant', 'previous', 14],
    ]);
  });

  it('is never the own target of a segment', () => {
    const own = { document: 'doc.md', id: 's0000000q' };
    expect(told([pair('We agree.', 'un', own)], query('We agree.'))).toEqual([]);
    expect(told([pair('We agree now.', 'un', own)], query('We agree not.'))).toEqual([]);
  });

  it('is three at most, each text once, the approved before the unreviewed', () => {
    const pairs = [
      pair('We agree.', 'machine', { origin: 'machine', state: 'translated' }),
      pair('We agree.', 'final', { state: 'final' }),
      pair('We agree.', 'final', { state: 'translated' }),
      pair('We agree.', 'reviewed'),
      pair('We agree.', 'translated', { state: 'translated' }),
    ];
    expect(told(pairs, query('We agree.')).map(([target]) => target)).toEqual([
      'final',
      'reviewed',
      'translated',
    ]);
  });

  it('compares scripts without spaces by their characters', () => {
    expect(told([pair('平和を求めます', 'un')], query('平和を求める'))).toEqual([['un', 'fuzzy', 71]]);
  });
});

const word = fc.constantFrom('peace', 'war', 'the', 'a', 'road', 'must', 'not', '.', ',');
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));

/** Levenshtein by the book. */
function distance(one: readonly string[], other: readonly string[]): number {
  let last = other.map((_, index) => index + 1);
  last.unshift(0);
  for (const [i, a] of one.entries()) {
    const row = [i + 1];
    for (const [j, b] of other.entries()) {
      row.push(Math.min((last[j] ?? 0) + (a === b ? 0 : 1), (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    last = row;
  }
  return last.at(-1) ?? 0;
}

describe('the index', () => {
  it('finds the most similar text, as a look at every one does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { maxLength: 8 }), sentence, (texts, asked) => {
        const others = texts.filter((text) => text !== asked);
        const [first] = told(
          others.map((text) => pair(text, `= ${text}`)),
          query(asked),
        );
        const scores = others.map((text) => {
          const [a, b] = [text.split(' '), asked.split(' ')];
          return Math.floor(
            (100 * (Math.max(a.length, b.length) - distance(a, b))) / Math.max(a.length, b.length),
          );
        });
        const best = Math.max(0, ...scores);
        expect(first?.[2] ?? 0).toBe(best >= 60 ? best : 0);
      }),
      { numRuns: runs },
    );
  });

  it('is as fast for ten times the texts, alike or not', () => {
    const time = (count: number, text: (index: number) => string): number => {
      const pairs = Array.from({ length: count }, (_, index) => pair(text(index), `= ${index}`));
      const memory = createMemory(pairs);
      const start = performance.now();
      for (let index = 0; index < count; index += 1) memory.candidates(query(`${text(index)} indeed`));
      return (performance.now() - start) / count;
    };
    const alike = (index: number): string =>
      `The ${index} houses of the village were left by all who lived there in ${index % 7} days.`;
    const apart = (index: number): string =>
      Array.from({ length: 15 }, (_, at) => `w${(index * 31 + at * 17) % 5000}`).join(' ');
    for (const text of [alike, apart]) {
      time(300, text);
      const few = time(600, text);
      expect(time(6000, text)).toBeLessThan(Math.max(8 * few, 1));
    }
  });
});

const entry = (text: string, codes: Codes = {}) => ({ text, codes });
const source: SourceCatalogue = {
  document: 'doc.md',
  locale: 'en',
  softBreaks: 'space',
  profile: 'sentence/1',
  units: [
    {
      id: 'u1',
      kind: 'paragraph',
      segments: {
        s1: entry('One.'),
        s2: { ...entry('Two now.'), was: [{ ...entry('Two.'), edit: 'wording' }] },
      },
    },
    { id: 'u2', kind: 'paragraph', segments: { s3: entry('<1/>'), s4: entry('Four.') } },
  ],
  retired: { s9: entry('Gone.') },
};
const made = (text: string, from: string, more: Partial<Target> = {}): Target => ({
  text,
  state: 'translated',
  origin: 'human',
  madeFrom: hashWording(entry(from)),
  ...more,
});
const catalogue = (targets: TargetCatalogue['targets']): TargetCatalogue => ({
  document: 'doc.md',
  locale: 'fr',
  targets,
  suggestions: {},
});

describe('the pairs of a document', () => {
  it('are its targets with the wordings that they were made from, the retired too', () => {
    const target = catalogue({
      s1: made('Un.', 'One.'),
      s2: made('Deux.', 'Two.'),
      s4: made('Quatre.', 'Four.'),
      s9: made('Parti.', 'Gone.'),
    });
    expect(
      [...memoryPairs(source, target)].map(({ id, source: from, target: to, before, after }) => [
        id,
        from,
        to,
        before,
        after,
      ]),
    ).toEqual([
      ['s1', 'One.', 'Un.', null, 'Two now.'],
      ['s2', 'Two.', 'Deux.', null, null],
      ['s4', 'Four.', 'Quatre.', 'Two now.', null],
      ['s9', 'Gone.', 'Parti.', null, null],
    ]);
  });

  it('are none of what is not a translation of one segment by somebody', () => {
    const target = catalogue({
      s1: made('Ûn.', 'One.', { origin: 'pseudo' }),
      s2: made('', 'Two now.'),
      s4: made('Quatre.', 'of unknown wording'),
      s9: made('Parti.', 'Gone.', { state: 'initial' }),
    });
    expect([...memoryPairs(source, target)]).toEqual([]);
    expect([
      ...memoryPairs(
        source,
        catalogue({ s1: made('1 et 2.', 'One.', { covers: [{ id: 's2', madeFrom: '?' }] }) }),
      ),
    ]).toEqual([]);
    expect([...memoryPairs(source, null)]).toEqual([]);
  });

  it('are offered again whatever the states', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), (state) => {
        const memory = createMemory(memoryPairs(source, catalogue({ s1: made('Un.', 'One.', { state }) })));
        const found = memory.candidates(query('One.', { document: 'new.md', after: 'Two now.' }));
        expect(found.map(({ kind }) => kind)).toEqual(state === 'initial' ? [] : ['ice']);
      }),
    );
  });
});
