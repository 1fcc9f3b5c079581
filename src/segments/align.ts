import type { Work } from './similarity.ts';

/** A pair of indexes: the old sequence's and the new one's. */
export type Pair = readonly [old: number, now: number];

/** Areas up to this many cells are aligned exactly; above it, by the occurrences of equal keys in order. */
const EXACT_CELLS = 40_000;
const MAX_DEPTH = 64;

/**
 * Aligns two sequences of keys in order: pairs of equal keys, rising on both sides. In the spirit of patience diff
 * (Bram Cohen): ends that agree, then keys that occur once on both sides as anchors, then the areas between them.
 * O(n log n) where keys are mostly distinct; areas without a unique key cost at most EXACT_CELLS each, or are paired
 * occurrence by occurrence in O(n log n).
 */
export function alignExact(a: Keys, b: Keys, work: Work = { comparisons: 0, cells: 0 }): Pair[] {
  const pairs: Pair[] = [];
  area({ a, b, pairs, work }, [0, a.length], [0, b.length], 0);
  return pairs.sort((x, y) => x[0] - y[0]);
}

/** Numbers that stand for texts: equal ones for equal texts, none below 0. */
type Keys = readonly number[];
type Range = readonly [from: number, to: number];

/** The two sequences, and what is found and spent on the way. */
interface Aligning {
  readonly a: Keys;
  readonly b: Keys;
  readonly pairs: Pair[];
  readonly work: Work;
}

function area(aligning: Aligning, rangeA: Range, rangeB: Range, depth: number): void {
  const { a, b, pairs, work } = aligning;
  let [a0, a1] = rangeA;
  let [b0, b1] = rangeB;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) pairs.push([a0++, b0++]);
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) pairs.push([--a1, --b1]);
  if (a0 === a1 || b0 === b1) return;
  const anchors = depth < MAX_DEPTH ? uniqueAnchors(a, a0, a1, b, b0, b1) : [];
  if (anchors.length > 0) {
    let [fromA, fromB] = [a0, b0];
    for (const [i, j] of anchors) {
      area(aligning, [fromA, i], [fromB, j], depth + 1);
      pairs.push([i, j]);
      [fromA, fromB] = [i + 1, j + 1];
    }
    area(aligning, [fromA, a1], [fromB, b1], depth + 1);
  } else if ((a1 - a0) * (b1 - b0) <= EXACT_CELLS) {
    work.cells += (a1 - a0) * (b1 - b0);
    longestCommon(a, a0, a1, b, b0, b1, pairs);
  } else for (const pair of byOccurrence(a, a0, a1, b, b0, b1)) pairs.push(pair);
}

function uniqueAnchors(a: Keys, a0: number, a1: number, b: Keys, b0: number, b1: number): Pair[] {
  const inA = uniques(a, a0, a1);
  const inB = uniques(b, b0, b1);
  const candidates: Pair[] = [];
  for (const [key, i] of inA) {
    const j = inB.get(key);
    if (i >= 0 && j !== undefined && j >= 0) candidates.push([i, j]);
  }
  return longestRising(candidates);
}

/** The place of each key that occurs once in the range; -1 for the others. */
function uniques(keys: Keys, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const key = keys[i] ?? -1;
    places.set(key, places.has(key) ? -1 : i);
  }
  return places;
}

function byOccurrence(a: Keys, a0: number, a1: number, b: Keys, b0: number, b1: number): Pair[] {
  const places = new Map<number, number[]>();
  for (let j = b1 - 1; j >= b0; j--) {
    const key = b[j] ?? -1;
    const list = places.get(key);
    if (list) list.push(j);
    else places.set(key, [j]);
  }
  const candidates: Pair[] = [];
  for (let i = a0; i < a1; i++) {
    const j = places.get(a[i] ?? -1)?.pop();
    if (j !== undefined) candidates.push([i, j]);
  }
  return longestRising(candidates);
}

/**
 * The longest run of pairs that rises on the new side, from pairs that rise on the old side. Patience sorting
 * (Fredman 1975), O(n log n).
 */
export function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, j], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** Longest common subsequence by dynamic programming, for small areas. */
function longestCommon(a: Keys, a0: number, a1: number, b: Keys, b0: number, b1: number, out: Pair[]): void {
  const width = b1 - b0 + 1;
  const best = new Uint32Array((a1 - a0 + 1) * width);
  const at = (i: number, j: number): number => best[(i - a0) * width + (j - b0)] ?? 0;
  for (let i = a1 - 1; i >= a0; i--) {
    for (let j = b1 - 1; j >= b0; j--) {
      const cell = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      best[(i - a0) * width + (j - b0)] = cell;
    }
  }
  let [i, j] = [a0, b0];
  while (i < a1 && j < b1) {
    if (a[i] === b[j]) out.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
}
