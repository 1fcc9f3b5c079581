import { describe, expect, test } from 'vitest';
import { rematch } from '../../src/segments/rematch.ts';
import type { Work } from '../../src/segments/similarity.ts';
import type { Texts } from '../../src/segments/texts.ts';

/** Enough that anything quadratic would show, and would not end. */
const SIZE = 100_000;
/** What is tried with fewer texts every day: these cases are as long as all others together. */
const SOME = process.env.HEXAPLA_FULL === '1' ? SIZE : 20_000;
/** Areas of 50 × 50 texts are compared one to one, and joins where the lengths fit; see `alignGap`. */
const COMPARISONS_A_TEXT = 100;
/** Areas of 200 × 200 keys are aligned exactly; see `alignExact`. */
const CELLS_A_TEXT = 200;
/** The work is counted, not timed; this only keeps a busy machine from ending the test. */
const PATIENCE = 600_000;

const WORDS = 'river council winter bridge teacher harvest border village archive lantern'.split(' ');
/** Numbers without a pattern, the same every time (Park and Miller 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function sentences(count: number, seed: number, vocabulary: number): string[] {
  const next = numbers(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 9 }, () => {
      const k = next(vocabulary);
      return k < WORDS.length ? WORDS[k] : `w${k}`;
    }).join(' '),
  );
}

function costOf(before: readonly string[], after: readonly string[], retired: readonly string[] = []): Work {
  const bare = { anchor: null, heading: false, form: 'paragraph' };
  const texts: Texts = {
    old: before.map((text, i) => ({ id: `s${i}`, text, copyOf: null, was: [], ...bare })),
    retired: retired.map((text, i) => ({ id: `r${i}`, text, after: null })),
    now: after.map((text) => ({ text, ...bare })),
  };
  const work = { comparisons: 0, cells: 0 };
  const result = rematch(texts, work);
  expect(result.carried.length).toBe(after.length);
  return work;
}

const shuffled = (texts: readonly string[]): string[] => {
  const next = numbers(7);
  const list = [...texts];
  for (let i = list.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [list[i], list[j]] = [list[j] ?? '', list[i] ?? ''];
  }
  return list;
};

function turns(one: string, other: string): string[] {
  return Array.from({ length: SIZE }, (_, i) => (i % 2 === 0 ? one : other));
}

const copies = (text: string, count: number): string[] => Array.from({ length: count }, () => text);

describe(`the work of ${SIZE} segments`, { timeout: PATIENCE }, () => {
  const varied = sentences(SIZE, 1, 30_000);
  const some = varied.slice(0, SOME);
  const slightly = (text: string): string => text.replace(/ \S+ /, ' altered ');

  test('nothing changed: nothing is compared', () => {
    expect(costOf(varied, varied)).toEqual({ comparisons: 0, cells: 0 });
  });

  test('one in a hundred edited: a few comparisons for each edit', () => {
    const edited = varied.map((text, i) => (i % 100 === 50 ? slightly(text) : text));
    expect(costOf(varied, edited).comparisons).toBeLessThan(3 * (SIZE / 100));
  });

  test.each([
    ['everything changed a little', varied, varied.map(slightly)],
    ['duplicates alone, half of them gone', copies('All is alike.', SIZE), copies('All is alike.', SIZE / 2)],
    ['duplicates alone, all edited', copies('All is alike.', SIZE), copies('All is quite alike.', SIZE)],
    [
      'two texts in turn, the other way round',
      turns('One is here.', 'Two is there.'),
      turns('Two is there.', 'One is here.'),
    ],
    ['everything replaced', some, sentences(SOME, 3, 30_000)],
    ['everything replaced, of ten words', sentences(SOME, 2, 10), sentences(SOME, 4, 10)],
    ['everything moved', some, shuffled(some)],
    ['everything moved and changed', some, shuffled(some).map(slightly)],
  ])('%s: bounded for each text', (_, before, after) => {
    const { comparisons, cells } = costOf(before, after);
    expect(comparisons).toBeLessThan(COMPARISONS_A_TEXT * before.length);
    expect(cells).toBeLessThan(CELLS_A_TEXT * before.length);
  });

  test('everything comes back from retirement: nothing is compared', () => {
    const same = copies('All is alike.', SIZE);
    expect(costOf([], same, same).comparisons).toBe(0);
    expect(costOf([], varied, varied).comparisons).toBe(0);
  });
});
