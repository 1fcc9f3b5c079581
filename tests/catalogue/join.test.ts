import { describe, expect, it } from 'vitest';
import { joinTargets, separateTargets } from '../../src/catalogue/join.ts';
import { mergeTarget } from '../../src/catalogue/merge-target.ts';
import { createJudge, progressOf, standings } from '../../src/catalogue/progress.ts';
import { reviewTargets } from '../../src/catalogue/review.ts';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import { begin, edited, hashAt, idsOf, type World, written } from '../support/return-world.ts';
import { thrown } from '../support/thrown.ts';

const world = begin('The council **met**. It *rose*. It slept.\n\nAnother one.\n');
const [met = '', rose = '', slept = '', another = ''] = idsOf(world);
const all = written(world, ['Le conseil <1>siégea</1>.', 'Il se <1>leva</1>.', 'Il dormit.', 'Un autre.']);
const human = { origin: 'human', by: 'Zoé' } as const;
const join = (at: World, ids: string[], text: string | null = null): TargetCatalogue =>
  joinTargets(at.source, at.target, { ids, text, ...human });
const missing = (target: TargetCatalogue): number =>
  progressOf(standings(world.source, target, createJudge(world.source)), 'initial').missing;

describe('joining', () => {
  it('puts present targets together, codes numbered for the group', () => {
    const target = join(all, [met, rose]);
    expect(target.targets[met]).toEqual({
      text: 'Le conseil <1>siégea</1>. Il se <1001>leva</1001>.',
      state: 'translated',
      ...human,
      madeFrom: hashAt(world, met),
      covers: [{ id: rose, madeFrom: hashAt(world, rose) }],
      was: [all.target.targets[met], { ...all.target.targets[rose], of: rose }],
    });
    expect(Object.keys(target.targets).sort()).toEqual([met, slept, another].sort());
    expect(missing(target)).toBe(0);
  });

  it('takes a text for segments in any order, made from the current wordings', () => {
    const since = edited(all, 'It slept', 'It sat');
    const target = join(since, [slept, rose], 'Il se <1>leva</1> et s’assit.');
    expect(target.targets[rose]).toMatchObject({
      text: 'Il se <1>leva</1> et s’assit.',
      madeFrom: hashAt(world, rose),
      covers: [{ id: slept, madeFrom: hashAt(since, slept) }],
    });
  });

  it('keeps a stale part stale when no text is given', () => {
    const since = edited(all, 'It slept', 'It sat');
    const target = join(since, [rose, slept]);
    const list = standings(since.source, target, createJudge(since.source));
    expect(list.map(({ stale }) => stale === null)).toEqual([true, true, false, true]);
  });

  it('has the lowest of the states', () => {
    const reviewed = reviewTargets(all.source, all.target, {
      ids: [met],
      state: 'final',
      confirm: false,
      by: 'R',
    }).target;
    expect(join({ ...all, target: reviewed }, [met, rose]).targets[met]?.state).toBe('translated');
  });

  it.each([
    ['one segment', [met], null, 'segments-apart'],
    ['one segment twice', [met, met], null, 'segments-apart'],
    ['segments with another between them', [met, slept], null, 'segments-apart'],
    ['segments of two units', [slept, another], null, 'segments-apart'],
    ['an unknown segment', [met, 's0000000x'], null, 'segment-unknown'],
    ['a text that is not well formed', [rose, slept], 'Il <1>dormit.', 'text-invalid'],
    ['a text without a code', [rose, slept], 'Il dormit.', 'text-invalid'],
    ['an empty text', [rose, slept], ' ', 'text-invalid'],
  ])('refuses %s', (_what, ids, text, code) => {
    expect(thrown(() => join(all, ids, text))).toMatchObject({ code });
  });

  it('refuses segments without any target, and those that are joined with others', () => {
    expect(thrown(() => join(world, [rose, slept]))).toMatchObject({ code: 'target-missing' });
    const joined = { ...all, target: join(all, [met, rose]) };
    expect(thrown(() => join(joined, [rose, slept]))).toMatchObject({ code: 'segments-apart' });
    expect(join(joined, [met, rose, slept]).targets[met]?.covers).toHaveLength(2);
  });
});

describe('taking apart', () => {
  it('gives each its last own target back, and keeps the joined one', () => {
    const joined = join(all, [met, rose]);
    const apart = separateTargets(joined, met);
    expect(apart.targets[met]).toMatchObject({
      text: 'Le conseil <1>siégea</1>.',
      was: [{ text: 'Le conseil <1>siégea</1>. Il se <1001>leva</1001>.', covers: [{ id: rose }] }],
    });
    expect(apart.targets[rose]).toEqual(all.target.targets[rose]);
  });

  it('leaves a text that was never divided with its first segment, as initial', () => {
    const joined = join(world, [rose, slept], 'Il se <1>leva</1> et dormit.');
    const apart = separateTargets(joined, rose);
    expect(apart.targets[rose]).toMatchObject({ text: 'Il se <1>leva</1> et dormit.', state: 'initial' });
    expect(apart.targets[rose]?.covers).toBeUndefined();
    expect(missing(apart)).toBe(3);
  });

  it('refuses a target that covers nothing', () => {
    expect(thrown(() => separateTargets(all.target, met))).toMatchObject({ code: 'target-missing' });
  });
});

describe('a covered segment', () => {
  const joined = { ...all, target: join(all, [met, rose]) };

  it('is missing once its holder is gone or stands in another unit', () => {
    const gone = edited(joined, 'The council **met**. ', '');
    const list = standings(gone.source, joined.target, createJudge(gone.source));
    expect(list.find(({ id }) => id === rose)).toMatchObject({ target: null, holder: rose });
    const moved = edited(joined, ' It *rose*', '\n\nIt *rose*');
    const parted = standings(moved.source, joined.target, createJudge(moved.source));
    expect(parted.find(({ id }) => id === rose)).toMatchObject({ target: null, holder: rose });
  });
});

describe('merging two branches, one of which joined', () => {
  const joined = join(all, [met, rose]);
  const other = written(all, [null, 'Il s’est <1>levé</1>.']).target;

  it.each([
    ['ours', joined, other],
    ['theirs', other, joined],
  ])('%s joined: the other text of the covered segment waits', (_side, ours, theirs) => {
    const { catalogue, conflicts } = mergeTarget(all.target, ours, theirs);
    expect(conflicts).toEqual([rose]);
    expect(catalogue.targets[met]?.covers).toMatchObject([{ id: rose }]);
    expect(Object.hasOwn(catalogue.targets, rose)).toBe(false);
    expect(catalogue.suggestions[rose]).toMatchObject([
      { text: 'Il s’est <1>levé</1>.', reason: 'conflict' },
    ]);
    const was = catalogue.targets[met]?.was?.map(({ text }) => text);
    expect(was).toEqual(expect.arrayContaining(['Il se <1>leva</1>.', 'Il s’est <1>levé</1>.']));
  });

  it('and the other translated something else: no conflict', () => {
    const elsewhere = written(all, [null, null, null, 'Un second.']).target;
    const { catalogue, conflicts } = mergeTarget(all.target, joined, elsewhere);
    expect(conflicts).toEqual([]);
    expect(catalogue.targets).toEqual({ ...joined.targets, [another]: elsewhere.targets[another] });
  });
});

describe('a target that is rightly the same', () => {
  const same = (at: World, ids: readonly string[] | 'all', state: 'reviewed' | 'final' | null = null) =>
    reviewTargets(at.source, at.target, { ids, state, confirm: false, same: true, by: 'R' });

  it('is the source, reviewed', () => {
    const { target, changed } = same(world, [met]);
    expect(changed).toEqual([met]);
    expect(target.targets[met]).toEqual({
      text: 'The council <1>met</1>.',
      state: 'reviewed',
      origin: 'human',
      by: 'R',
      madeFrom: hashAt(world, met),
    });
    expect(same({ ...world, target }, [met]).changed).toEqual([]);
    expect(same({ ...world, target }, [met], 'final').target.targets[met]).toMatchObject({ state: 'final' });
  });

  it('takes the place of another one, which goes to was', () => {
    expect(same(all, [slept]).target.targets[slept]).toMatchObject({
      text: 'It slept.',
      was: [{ text: 'Il dormit.' }],
    });
  });

  it('is never guessed for all', () => {
    expect(same(world, 'all').changed).toEqual([]);
  });
});
