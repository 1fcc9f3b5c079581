import { longestRising, type Pair } from './align.ts';
import { closest, indexFeatures } from './candidates.ts';
import type { Likeness, Tokens } from './similarity.ts';

/** Below this a text is new, with a link to what it replaced. */
export const EDIT_LEAST = 0.5;
/** Texts that were joined or cut are this alike as a whole. */
export const JOIN_LEAST = 0.8;
/** A split or merge must explain the text this much better than a plain edit would. */
const JOIN_GAIN = 0.1;
/** At least this share of each part’s tokens is in what the other parts leave of the whole. */
const MEMBER_SHARE = 0.5;
/** Areas of up to this many cells are aligned exactly; larger ones are cut into areas with sides of at most CHUNK. */
const EXACT_CELLS = 2_500;
const CHUNK = 50;

/** A group of old and new texts that belong together: 1:1 an edit, 1:n a split, n:1 a merge. */
export interface Bead {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

/** The two sides of an alignment: the tokens of all texts, and what compares them. */
export interface Sides {
  readonly old: readonly Tokens[];
  readonly now: readonly Tokens[];
  readonly likeness: Likeness;
}

/**
 * Aligns the old texts at `olds` with the new ones at `nows` in order: the beads with the greatest sum of similarities,
 * as in sentence alignment (Gale and Church 1993, with token similarity for length). Small areas exactly; in large
 * ones pairs that share rare features are found first, and what is between those is cut into chunks: at most about
 * 5 × CHUNK comparisons a text.
 */
export function alignGap(sides: Sides, olds: readonly number[], nows: readonly number[]): Bead[] {
  if (olds.length === 0 || nows.length === 0) return [];
  if (olds.length * nows.length <= EXACT_CELLS) return bestBeads(sides, olds, nows);
  const beads: Bead[] = [];
  let [fromO, fromN] = [0, 0];
  const between = (toO: number, toN: number): void => {
    for (const bead of chunked(sides, olds.slice(fromO, toO), nows.slice(fromN, toN))) beads.push(bead);
  };
  for (const [i, j] of rarePairs(sides, olds, nows)) {
    between(i, j);
    beads.push({ old: [olds[i] ?? -1], now: [nows[j] ?? -1] });
    [fromO, fromN] = [i + 1, j + 1];
  }
  between(olds.length, nows.length);
  return beads;
}

function chunked(sides: Sides, olds: readonly number[], nows: readonly number[]): Bead[] {
  if (olds.length === 0 || nows.length === 0) return [];
  if (olds.length * nows.length <= EXACT_CELLS) return bestBeads(sides, olds, nows);
  const count = Math.ceil(Math.max(olds.length, nows.length) / CHUNK);
  const part = (list: readonly number[], k: number): readonly number[] =>
    list.slice(Math.floor((list.length * k) / count), Math.floor((list.length * (k + 1)) / count));
  return Array.from({ length: count }, (_, k) => bestBeads(sides, part(olds, k), part(nows, k))).flat();
}

/** Pairs of places that are alike by their rare features, rising on both sides. */
function rarePairs(sides: Sides, olds: readonly number[], nows: readonly number[]): Pair[] {
  const index = indexFeatures(sides.old, olds);
  const placeOf = new Map(olds.map((i, place) => [i, place]));
  const pairs: Pair[] = [];
  nows.forEach((j, place) => {
    const [best] = closest(sides.now[j] ?? [], sides.old, index, sides.likeness, EDIT_LEAST);
    if (best) pairs.push([place, placeOf.get(best.place) ?? 0]);
  });
  return longestRising(pairs).map(([j, i]) => [i, j]);
}

const SHAPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
];

/** An area that is aligned exactly, and how alike each old text in it is to each new one; 0 below EDIT_LEAST. */
interface Area {
  readonly old: readonly Tokens[];
  readonly now: readonly Tokens[];
  readonly likeness: Likeness;
  readonly singles: Float64Array;
}

function bestBeads(sides: Sides, olds: readonly number[], nows: readonly number[]): Bead[] {
  if (olds.length === 0 || nows.length === 0) return [];
  const area = areaOf(sides, olds, nows);
  const width = nows.length + 1;
  const best = new Float64Array((olds.length + 1) * width);
  const move = new Int8Array(best.length).fill(-1);
  for (let i = olds.length; i >= 0; i--) {
    for (let j = nows.length; j >= 0; j--) {
      const at = i * width + j;
      const down = i < olds.length ? (best[at + width] ?? 0) : 0;
      const right = j < nows.length ? (best[at + 1] ?? 0) : 0;
      best[at] = Math.max(down, right);
      move[at] = i < olds.length && down >= right ? -2 : -1;
      SHAPES.forEach(([o, n], shape) => {
        if (i + o > olds.length || j + n > nows.length) return;
        const score = o + n === 2 ? (area.singles[i * nows.length + j] ?? 0) : joinScore(area, i, o, j, n);
        if (score <= 0) return;
        const sum = score + (best[(i + o) * width + j + n] ?? 0);
        if (sum > (best[at] ?? 0)) [best[at], move[at]] = [sum, shape];
      });
    }
  }
  return walk(move, olds, nows);
}

function areaOf({ old, now, likeness }: Sides, olds: readonly number[], nows: readonly number[]): Area {
  const singles = new Float64Array(olds.length * nows.length);
  olds.forEach((i, row) => {
    nows.forEach((j, column) => {
      const score = likeness.alike(old[i] ?? [], now[j] ?? [], EDIT_LEAST);
      singles[row * nows.length + column] = score >= EDIT_LEAST ? score : 0;
    });
  });
  return { old: olds.map((i) => old[i] ?? []), now: nows.map((j) => now[j] ?? []), likeness, singles };
}

function walk(move: Int8Array, olds: readonly number[], nows: readonly number[]): Bead[] {
  const beads: Bead[] = [];
  let [i, j] = [0, 0];
  while (i < olds.length && j < nows.length) {
    const step = move[i * (nows.length + 1) + j] ?? -1;
    if (step === -2) i++;
    else if (step === -1) j++;
    else {
      const [o, n] = SHAPES[step] ?? [1, 1];
      beads.push({ old: olds.slice(i, i + o), now: nows.slice(j, j + n) });
      i += o;
      j += n;
    }
  }
  return beads;
}

/** The worth of a join; 0 where it is none. It must be very alike, and more so than any of its members alone. */
function joinScore(
  { old, now, likeness, singles }: Area,
  i: number,
  o: number,
  j: number,
  n: number,
): number {
  const [lengthO, lengthN] = [lengthOf(old, i, o), lengthOf(now, j, n)];
  if (2 * Math.min(lengthO, lengthN) < JOIN_LEAST * (lengthO + lengthN)) return 0;
  const [olds, nows] = [old.slice(i, i + o), now.slice(j, j + n)];
  const joined = likeness.alike(olds.flat(), nows.flat(), JOIN_LEAST);
  if (joined < JOIN_LEAST) return 0;
  if (!(o > n ? isMadeOf(likeness, nows.flat(), olds) : isMadeOf(likeness, olds.flat(), nows))) return 0;
  let alone = 0;
  for (let a = i; a < i + o; a++)
    for (let b = j; b < j + n; b++) alone = Math.max(alone, singles[a * now.length + b] ?? 0);
  return joined >= alone + JOIN_GAIN ? joined + 0.01 : 0;
}

/** Whether each part has its share in what the others leave of the whole: nothing else stands between them. */
function isMadeOf(likeness: Likeness, whole: Tokens, parts: readonly Tokens[]): boolean {
  return parts.every((part, k) => {
    const others = parts.filter((_, l) => l !== k).flat();
    return likeness.within(part, whole, others) >= part.length * MEMBER_SHARE;
  });
}

function lengthOf(texts: readonly Tokens[], from: number, count: number): number {
  let sum = 0;
  for (let k = from; k < from + count; k++) sum += texts[k]?.length ?? 0;
  return sum;
}
