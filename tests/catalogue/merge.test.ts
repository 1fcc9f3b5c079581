import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitConflict } from '../../src/catalogue/conflict.ts';
import { mergeSource } from '../../src/catalogue/merge-source.ts';
import { mergeTarget } from '../../src/catalogue/merge-target.ts';
import { mergeOrder } from '../../src/catalogue/merge-three.ts';
import type { SourceCatalogue, SourceEntry, Target, TargetCatalogue } from '../../src/model/catalogue.ts';
import { HexaplaError } from '../../src/model/error.ts';

const runs = process.env['HEXAPLA_FULL'] === '1' ? 5000 : 150;

const ids = Array.from({ length: 8 }, (_, i) => `s0000000${i}`);

const targetOf = (text: string, more: Partial<Target> = {}): Target => ({
  text,
  state: 'translated',
  origin: 'human',
  madeFrom: 'aaaa',
  ...more,
});

const catalogueOf = (
  targets: Record<string, Target>,
  more: Partial<TargetCatalogue> = {},
): TargetCatalogue => ({
  document: 'a.md',
  locale: 'hy',
  targets,
  suggestions: {},
  ...more,
});

const aTarget = fc
  .record({
    text: fc.constantFrom('մեկ', 'երկու', 'երեք', 'չորս'),
    state: fc.constantFrom('initial', 'translated', 'reviewed', 'final'),
    origin: fc.constantFrom('human', 'machine'),
    madeFrom: fc.constantFrom('aaaa', 'bbbb'),
  })
  .map((target): Target => target);

const aCatalogue = fc
  .tuple(fc.shuffledSubarray(ids), fc.array(aTarget, { minLength: 8, maxLength: 8 }))
  .map(([keys, targets]) => catalogueOf(Object.fromEntries(keys.map((id, i) => [id, targets[i] as Target]))));

/** A catalogue that edits of the base may lead to: what was there stays in the history. */
const edited = (base: TargetCatalogue): fc.Arbitrary<TargetCatalogue> =>
  aCatalogue.map((other) => {
    const targets = { ...base.targets };
    for (const [id, target] of Object.entries(other.targets)) {
      const { was = [], ...past } = base.targets[id] ?? targetOf('');
      targets[id] = base.targets[id] ? { ...target, was: [...was, past] } : target;
    }
    return catalogueOf(targets);
  });

const history = aCatalogue.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base)));

/** Every text of a catalogue, wherever it is kept. */
function textsOf(catalogue: TargetCatalogue): Set<string> {
  const texts = new Set<string>();
  for (const [id, target] of Object.entries(catalogue.targets)) {
    for (const { text } of [target, ...(target.was ?? [])]) texts.add(`${id} ${text}`);
  }
  for (const [id, list] of Object.entries(catalogue.suggestions)) {
    for (const { text } of list) texts.add(`${id} ${text}`);
  }
  return texts;
}

describe('merging target catalogues', () => {
  it('loses no text that either side or the base has', () => {
    fc.assert(
      fc.property(history, ([base, ours, theirs]) => {
        const merged = textsOf(mergeTarget(base, ours, theirs).catalogue);
        const all = [base, ours, theirs].flatMap((side) => [...textsOf(side)]);
        expect(all.filter((text) => !merged.has(text))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('keeps our text wherever both changed it, and says so', () => {
    fc.assert(
      fc.property(history, ([base, ours, theirs]) => {
        const { catalogue, conflicts } = mergeTarget(base, ours, theirs);
        for (const id of conflicts) {
          expect(catalogue.targets[id]?.text).toBe(ours.targets[id]?.text);
          expect(catalogue.suggestions[id]?.some(({ text }) => text === theirs.targets[id]?.text)).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  it('gives either side where the other did nothing', () => {
    fc.assert(
      fc.property(history, ([base, side]) => {
        expect(mergeTarget(base, side, base).catalogue).toEqual(side);
        expect(mergeTarget(base, base, side).catalogue).toEqual(side);
        expect(mergeTarget(null, side, side)).toEqual({ catalogue: side, conflicts: [] });
      }),
      { numRuns: runs },
    );
  });

  it('merges what both sides translated differently, neighbours included', () => {
    const base = catalogueOf({ s00000000: targetOf('ա') });
    const ours = catalogueOf({ s00000000: targetOf('ա'), s00000001: targetOf('բ') });
    const theirs = catalogueOf({ s00000002: targetOf('գ'), s00000000: targetOf('ա') });
    const { catalogue, conflicts } = mergeTarget(base, ours, theirs);
    expect(Object.keys(catalogue.targets)).toEqual(['s00000002', 's00000000', 's00000001']);
    expect(conflicts).toEqual([]);
  });

  it('lets a correction stand beside an approval of the old text', () => {
    const old = targetOf('ա');
    const base = catalogueOf({ s00000000: old });
    const approved = catalogueOf({ s00000000: { ...old, state: 'reviewed', by: 'Ani', was: [old] } });
    const corrected = catalogueOf({ s00000000: { ...targetOf('բ'), was: [old] } });
    const { catalogue, conflicts } = mergeTarget(base, approved, corrected);
    expect(conflicts).toEqual(['s00000000']);
    expect(catalogue.suggestions['s00000000']).toEqual([{ ...targetOf('բ'), base: 'ա', reason: 'conflict' }]);
  });

  it('takes the higher state where both have the same text', () => {
    const ours = catalogueOf({ s00000000: targetOf('ա', { state: 'reviewed', by: 'Ani' }) });
    const theirs = catalogueOf({ s00000000: targetOf('ա', { state: 'final', by: 'Aram' }) });
    const { catalogue, conflicts } = mergeTarget(catalogueOf({}), ours, theirs);
    expect(catalogue.targets['s00000000']).toMatchObject({ text: 'ա', state: 'final', by: 'Aram' });
    expect(conflicts).toEqual([]);
  });

  it('forgets a suggestion that one side has dealt with', () => {
    const waiting = { ...targetOf('բ'), reason: 'conflict' as const };
    const base = catalogueOf({}, { suggestions: { s00000000: [waiting] } });
    const merged = mergeTarget(base, catalogueOf({}), base);
    expect(merged.catalogue.suggestions).toEqual({});
  });

  it('refuses catalogues of two languages', () => {
    expect(() => mergeTarget(null, catalogueOf({}), catalogueOf({}, { locale: 'fr' }))).toThrow(HexaplaError);
  });
});

const entryOf = (text: string, more: Partial<SourceEntry> = {}): SourceEntry => ({
  text,
  codes: {},
  ...more,
});

function sourceOf(
  units: Record<string, Record<string, SourceEntry>>,
  more: Partial<SourceCatalogue> = {},
): SourceCatalogue {
  return {
    document: 'a.md',
    locale: 'en',
    softBreaks: 'space',
    profile: 'sentence/1',
    units: Object.entries(units).map(([id, segments]) => ({ id, kind: 'paragraph', segments })),
    retired: {},
    ...more,
  };
}

const layout = (catalogue: SourceCatalogue): string =>
  catalogue.units.map(({ id, segments }) => `${id}(${Object.keys(segments).join(' ')})`).join(' ');

describe('merging source catalogues', () => {
  const [a, b, c, d] = ['A.', 'B.', 'C.', 'D.'].map((text) => entryOf(text)) as [
    SourceEntry,
    SourceEntry,
    SourceEntry,
    SourceEntry,
  ];

  it('puts what both sides inserted into document order', () => {
    const base = sourceOf({ u1: { sa: a }, u2: { sb: b } });
    const ours = sourceOf({ u1: { sa: a }, u3: { sc: c }, u2: { sb: b } });
    const theirs = sourceOf({ u1: { sa: a, sd: d }, u2: { sb: b } });
    const { catalogue, conflicts } = mergeSource(base, ours, theirs);
    expect(layout(catalogue)).toBe('u1(sa sd) u3(sc) u2(sb)');
    expect(conflicts).toEqual([]);
  });

  it('retires what one side took out, unless the other edited it', () => {
    const base = sourceOf({ u1: { sa: a, sb: b } });
    const ours = sourceOf({}, { retired: { sa: a, sb: b } });
    const theirs = sourceOf({ u1: { sa: a, sb: entryOf('B!', { was: [{ ...b, edit: 'cosmetic' }] }) } });
    const { catalogue } = mergeSource(base, ours, theirs);
    expect(layout(catalogue)).toBe('u1(sb)');
    expect(Object.keys(catalogue.retired)).toEqual(['sa']);
  });

  it('keeps both wordings where both sides edited one segment', () => {
    const was = [{ ...a, edit: 'wording' as const }];
    const base = sourceOf({ u1: { sa: a } });
    const ours = sourceOf({ u1: { sa: entryOf('A one.', { was }) } });
    const theirs = sourceOf({ u1: { sa: entryOf('A two.', { was }) } });
    const { catalogue, conflicts } = mergeSource(base, ours, theirs);
    expect(conflicts).toEqual(['sa']);
    expect(catalogue.units[0]?.segments['sa']).toEqual(
      entryOf('A one.', { was: [...was, { text: 'A two.', codes: {}, edit: 'wording' }] }),
    );
  });

  it('joins a decided class with an edit', () => {
    const was = (decided: boolean): SourceEntry['was'] => [
      { ...a, edit: decided ? 'cosmetic' : 'wording', ...(decided ? { decided } : {}) },
    ];
    const base = sourceOf({ u1: { sa: entryOf('A!', { was: was(false) ?? [] }) } });
    const ours = sourceOf({
      u1: {
        sa: entryOf('A!!', { was: [...(was(false) ?? []), { text: 'A!', codes: {}, edit: 'cosmetic' }] }),
      },
    });
    const theirs = sourceOf({ u1: { sa: entryOf('A!', { was: was(true) ?? [] }) } });
    const { catalogue, conflicts } = mergeSource(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(catalogue.units[0]?.segments['sa']?.text).toBe('A!!');
    expect(catalogue.units[0]?.segments['sa']?.was?.map(({ edit }) => edit)).toEqual([
      'cosmetic',
      'cosmetic',
    ]);
  });

  const anOrder = fc.shuffledSubarray(ids);
  const aSource = fc
    .tuple(
      anOrder,
      fc.array(fc.constantFrom('u1', 'u2', 'u3'), { minLength: 8, maxLength: 8 }),
      fc.array(fc.constantFrom('x', 'y'), { minLength: 8, maxLength: 8 }),
    )
    .map(([order, units, texts]) => {
      const live = order.slice(0, 5);
      const gone = order.slice(5);
      const byUnit: Record<string, Record<string, SourceEntry>> = {};
      live.forEach((id, i) => {
        byUnit[units[i] as string] = { ...byUnit[units[i] as string], [id]: entryOf(texts[i] as string) };
      });
      return sourceOf(byUnit, { retired: Object.fromEntries(gone.map((id) => [id, entryOf('gone')])) });
    });

  it('keeps every id once, live or retired', () => {
    fc.assert(
      fc.property(fc.option(aSource), aSource, aSource, (base, ours, theirs) => {
        const { catalogue } = mergeSource(base, ours, theirs);
        const live = catalogue.units.flatMap(({ segments }) => Object.keys(segments));
        const all = [...live, ...Object.keys(catalogue.retired)];
        const before = [ours, theirs].flatMap((side) => [
          ...side.units.flatMap(({ segments }) => Object.keys(segments)),
          ...Object.keys(side.retired),
        ]);
        expect(all.slice().sort()).toEqual([...new Set(before)].sort());
        expect(new Set(catalogue.units.map(({ id }) => id)).size).toBe(catalogue.units.length);
      }),
      { numRuns: runs },
    );
  });

  it('gives either side where the other did nothing', () => {
    fc.assert(
      fc.property(aSource, (side) => {
        expect(mergeSource(side, side, side).catalogue).toEqual(side);
      }),
      { numRuns: runs },
    );
  });
});

describe('merging orders', () => {
  it.each([
    ['abc', 'axbc', 'abyc', 'axbyc'],
    ['abc', 'abc', 'cab', 'cab'],
    ['abc', 'abcx', 'abcy', 'abcxy'],
    ['abc', 'xabc', 'yabc', 'xyabc'],
    ['', 'ab', 'cd', 'abcd'],
  ])('of %j, %j and %j gives %j', (base, ours, theirs, merged) => {
    const keep = new Set([...ours, ...theirs]);
    expect(mergeOrder([...base], [...ours], [...theirs], keep).join('')).toBe(merged);
  });
});

describe('conflict markers', () => {
  const text = [
    '{',
    '<<<<<<< HEAD',
    'ours',
    '||||||| base',
    'old',
    '=======',
    'theirs',
    '>>>>>>> branch',
    '}',
  ];

  it('are taken apart into whole sides', () => {
    expect(splitConflict(text.join('\n'))).toEqual({
      ours: '{\nours\n}',
      base: '{\nold\n}',
      theirs: '{\ntheirs\n}',
    });
    const short = text.filter((line) => !/^\|{7}|^old/.test(line)).join('\n');
    expect(splitConflict(short)).toEqual({ ours: '{\nours\n}', base: null, theirs: '{\ntheirs\n}' });
  });

  it('are none in a whole catalogue, and not believed out of order', () => {
    expect(splitConflict('{\n  "a": "<<<<<<< x"\n}\n')).toBe(null);
    expect(splitConflict('<<<<<<< a\n>>>>>>> b\n')).toBe(null);
    expect(splitConflict('<<<<<<< a\n=======\nx\n')).toBe(null);
  });
});
