import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showChange } from '../../src/exchange/change.ts';
import { makeTransfer, type TransferInput } from '../../src/exchange/transfer.ts';
import type { SourceEntry, TargetCatalogue } from '../../src/model/catalogue.ts';
import type { TransferNote } from '../../src/model/transfer.ts';
import { catalogue, hash, isStale, runs } from './support.ts';

const plain = (text: string): SourceEntry => ({ text, codes: {} });
const source = catalogue([
  { s1: plain('A heading') },
  { s2: plain('First.'), s3: plain('Second.'), s4: plain('Third.') },
  { s5: plain('<1/>') },
  { s6: plain('An item') },
]);

const targets = (texts: Readonly<Record<string, string>>): TargetCatalogue => ({
  document: source.document,
  locale: 'fr',
  suggestions: {},
  targets: Object.fromEntries(
    Object.entries(texts).map(([id, text]) => {
      const entry = source.units
        .flatMap(({ segments }) => Object.entries(segments))
        .find(([one]) => one === id)?.[1];
      return [id, { text, state: 'translated', origin: 'human', madeFrom: hash(entry ?? plain('')) }];
    }),
  ),
});

function surroundings(more: Partial<TransferInput>): Record<string, string[]> {
  const { units } = makeTransfer({
    source,
    target: null,
    targetLocale: 'fr',
    only: null,
    instruction: null,
    gaps: ({ segments }) =>
      Object.keys(segments)
        .slice(1)
        .map(() => ' '),
    isStale,
    hash,
    words: (key, values) => `${key} ${Object.values(values ?? {}).join(' = ')}`.trim(),
    ...more,
  });
  const told = ({ category }: TransferNote): boolean => category === 'preceding' || category === 'following';
  return Object.fromEntries(
    units.flatMap(({ segments }) =>
      segments.map(({ id, notes }) => [id, notes.filter(told).map(({ text }) => text.replace('note.', ''))]),
    ),
  );
}

describe('what stands around a segment', () => {
  it('is told of one that is alone in its unit, across segments of codes alone', () => {
    expect(surroundings({})).toEqual({
      s1: ['following First.'],
      s2: [],
      s3: [],
      s4: [],
      s6: ['preceding Third.'],
    });
  });

  it('is told, with current translations, where the handoff leaves it out', () => {
    const target = targets({ s1: 'Un titre', s2: 'Un.', s4: 'Trois.' });
    expect(surroundings({ target, only: ['missing'] })).toEqual({
      s3: ['precedingWith First. = Un.', 'followingWith Third. = Trois.'],
      s6: ['precedingWith Third. = Trois.'],
    });
  });

  it('tells no translation that is stale or translates more', () => {
    const { targets: made, ...rest } = targets({ s2: 'Un et deux.', s4: 'Trois.' });
    const [two, four] = [made['s2'], made['s4']];
    if (!two || !four) throw new Error('not made');
    const target = {
      ...rest,
      targets: {
        s2: { ...two, covers: [{ id: 's3', madeFrom: hash(plain('Second.')) }] },
        s4: { ...four, madeFrom: 'before' },
      },
    };
    expect(surroundings({ target, only: ['missing'] })['s6']).toEqual(['preceding Third.']);
  });

  it('is cut, with little more than a hundred characters, and grows with the segments alone', () => {
    const long = 'word '.repeat(2000).trim();
    const units = Array.from({ length: 50 }, (_, index) => ({ [`s${index}`]: plain(`${index} ${long}`) }));
    const told = surroundings({ source: catalogue(units) });
    for (const texts of Object.values(told)) {
      for (const text of texts) expect(text.length).toBeLessThan(130);
    }
    expect(told['s1']?.[0]).toMatch(/^preceding …(word )+word$/);
    expect(told['s1']?.[1]).toMatch(/^following 2 (word )+word…$/);
  });

  it('is never cut within a character', () => {
    const text = fc.array(fc.constantFrom('a', '👩‍👩‍👧', 'e\u0301', ' ', '𝒳', '漢'), {
      minLength: 60,
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const units = [{ s1: plain(`x${one.join('')}x`) }, { s2: plain(`x${other.join('')}x`) }];
        for (const texts of Object.values(surroundings({ source: catalogue(units) }))) {
          for (const told of texts) {
            expect(told).not.toMatch(/\p{Surrogate}/u);
            expect(told).not.toMatch(/…[\p{M}\u200D]/u);
          }
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('a change, shown', () => {
  it.each([
    ['It has 200 pages.', 'It has 2000 pages.', 'It has [-200-]{+2000+} pages.'],
    ['Old & x', 'Now new.', '[-Old & x-]{+Now new.+}'],
    ['The end', 'The very end', 'The {+very +}end'],
    ['The very end', 'The end', 'The [-very -]end'],
    ['Same.', 'Same.', ''],
    ['', 'New.', '{+New.+}'],
    [
      `${'word '.repeat(20)}1 ${'more '.repeat(20)}`,
      `${'word '.repeat(20)}2 ${'more '.repeat(20)}`,
      `… ${'word '.repeat(7)}[-1-]{+2+} ${'more '.repeat(8)}…`,
    ],
  ])('%j → %j', (before, now, told) => {
    expect(showChange(before, now)).toBe(told);
  });

  it('tells what was taken out and put in, and of the rest nothing that is not in both', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', '. ', 'мир', '100'), { maxLength: 30 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, text, (before, now) => {
        const told = showChange(before, now);
        const without = (gone: RegExp, kept: RegExp): string => told.replace(gone, '').replace(kept, '$1');
        const [old, current] = [
          without(/\{\+.*?\+\}/gs, /\[-(.*?)-\]/gs),
          without(/\[-.*?-\]/gs, /\{\+(.*?)\+\}/gs),
        ];
        for (const [whole, parts] of [
          [before, old],
          [now, current],
        ] as const) {
          let at = 0;
          for (const part of parts.split('…')) {
            at = whole.indexOf(part, at);
            expect(at).toBeGreaterThanOrEqual(0);
          }
        }
        expect(told === '').toBe(before === now);
      }),
      { numRuns: runs },
    );
  });

  it('takes no longer for texts that have nothing in common', () => {
    const [one, other] = ['a b '.repeat(50_000), 'c d '.repeat(50_000)];
    const start = performance.now();
    expect(showChange(one, other).length).toBeGreaterThan(one.length);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
