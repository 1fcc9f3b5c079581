import { longestRising, type Pair } from './align.ts';
import { similarity } from './similarity.ts';

/** Below this a text is new, with a link to what it replaced. */
const EDIT_LEAST = 0.5;
const JOIN_LEAST = 0.8;
/** A split or merge must explain the text this much better than a plain edit would. */
const JOIN_GAIN = 0.1;
const EXACT_CELLS = 2_500;
const RARE = 12;

/** A group of old and new texts that belong together: 1:1 an edit, 1:n a split, n:1 a merge. */
export interface Bead {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

/** What the aligner of gaps needs to know of the two sides. */
export interface Sides {
  readonly old: readonly (readonly string[])[];
  readonly now: readonly (readonly string[])[];
  /** Whether an old or new text has its equal elsewhere, so that only strong likeness may pair it here. */
  readonly strict: (old: number, now: number) => boolean;
}

/**
 * Aligns the old texts [o0, o1) with the new ones [n0, n1) between two anchors, in order: the beads with the greatest
 * sum of similarities, as in sentence alignment (Gale and Church 1993, with token similarity for length). Small areas
 * exactly; in large ones pairs that share rare tokens are found first, and the areas between those are aligned: the
 * cost is bounded by EXACT_CELLS comparisons an area and RARE candidates a text.
 */
export function alignGap(sides: Sides, o0: number, o1: number, n0: number, n1: number): Bead[] {
  if (o0 === o1 || n0 === n1) return [];
  if ((o1 - o0) * (n1 - n0) <= EXACT_CELLS) return bestBeads(sides, o0, o1, n0, n1);
  const beads: Bead[] = [];
  let [fromO, fromN] = [o0, n0];
  const between = (toO: number, toN: number): void => {
    if ((toO - fromO) * (toN - fromN) <= EXACT_CELLS) beads.push(...bestBeads(sides, fromO, toO, fromN, toN));
  };
  for (const [i, j] of rarePairs(sides, o0, o1, n0, n1)) {
    between(i, j);
    beads.push({ old: [i], now: [j] });
    [fromO, fromN] = [i + 1, j + 1];
  }
  between(o1, n1);
  return beads;
}

/** Pairs of texts that are alike by their rare tokens, rising on both sides. */
function rarePairs(sides: Sides, o0: number, o1: number, n0: number, n1: number): Pair[] {
  const index = indexTokens(sides.old, o0, o1);
  const pairs: Pair[] = [];
  for (let j = n0; j < n1; j++) {
    const best = closest(sides.now[j] ?? [], sides.old, index, EDIT_LEAST);
    if (best !== null && !sides.strict(best, j)) pairs.push([j, best]);
  }
  return longestRising(pairs).map(([j, i]) => [i, j]);
}

/** Where each token occurs in the texts [from, to). */
export function indexTokens(
  texts: readonly (readonly string[])[],
  from: number,
  to: number,
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let i = from; i < to; i++) {
    for (const token of new Set(texts[i])) {
      const list = index.get(token);
      if (!list) index.set(token, [i]);
      else if (list.length <= RARE) list.push(i);
    }
  }
  return index;
}

/** The indexed text most like `tokens`, among those that share a rare token; null when none reaches `least`. */
export function closest(
  tokens: readonly string[],
  texts: readonly (readonly string[])[],
  index: ReadonlyMap<string, readonly number[]>,
  least: number,
): number | null {
  const votes = new Map<number, number>();
  for (const token of new Set(tokens)) {
    const list = index.get(token);
    if (!list || list.length > RARE) continue;
    for (const i of list) votes.set(i, (votes.get(i) ?? 0) + 1 / list.length);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 4);
  let best: number | null = null;
  let bestScore = least;
  for (const [i] of ranked) {
    const score = similarity(texts[i] ?? [], tokens, bestScore);
    if (score >= bestScore && (best === null || score > bestScore)) [best, bestScore] = [i, score];
  }
  return best;
}

const SHAPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
];

function bestBeads(sides: Sides, o0: number, o1: number, n0: number, n1: number): Bead[] {
  const rows = o1 - o0;
  const width = n1 - n0 + 1;
  const best = new Float64Array((rows + 1) * width);
  const move = new Int8Array((rows + 1) * width).fill(-1);
  const single = singles(sides, o0, o1, n0, n1);
  for (let i = rows; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const at = i * width + j;
      const down = i < rows ? (best[at + width] ?? 0) : 0;
      const right = j < width - 1 ? (best[at + 1] ?? 0) : 0;
      best[at] = Math.max(down, right);
      move[at] = i < rows && down >= right ? -2 : -1;
      SHAPES.forEach(([o, n], shape) => {
        if (i + o > rows || j + n > width - 1) return;
        const score = beadScore(
          sides,
          single,
          o0 + i,
          o,
          n0 + j,
          n,
          (a, b) => (a - o0) * (width - 1) + (b - n0),
        );
        if (score <= 0) return;
        const sum = score + (best[(i + o) * width + j + n] ?? 0);
        if (sum > (best[at] ?? 0)) [best[at], move[at]] = [sum, shape];
      });
    }
  }
  return walk(move, rows, width, o0, n0);
}

function walk(move: Int8Array, rows: number, width: number, o0: number, n0: number): Bead[] {
  const beads: Bead[] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < width - 1) {
    const step = move[i * width + j] ?? -1;
    if (step === -2) i++;
    else if (step === -1) j++;
    else {
      const [o, n] = SHAPES[step] ?? [1, 1];
      beads.push({ old: range(o0 + i, o), now: range(n0 + j, n) });
      i += o;
      j += n;
    }
  }
  return beads;
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => from + k);
}

function singles(sides: Sides, o0: number, o1: number, n0: number, n1: number): Float64Array {
  const scores = new Float64Array((o1 - o0) * (n1 - n0));
  for (let i = o0; i < o1; i++) {
    for (let j = n0; j < n1; j++) {
      const least = sides.strict(i, j) ? JOIN_LEAST : EDIT_LEAST;
      const score = similarity(sides.old[i] ?? [], sides.now[j] ?? [], least);
      scores[(i - o0) * (n1 - n0) + (j - n0)] = score >= least ? score : 0;
    }
  }
  return scores;
}

/** The worth of a bead; 0 where it is none. A join must be very alike, and more so than any of its members alone. */
function beadScore(
  sides: Sides,
  single: Float64Array,
  i: number,
  o: number,
  j: number,
  n: number,
  cell: (i: number, j: number) => number,
): number {
  if (o === 1 && n === 1) return single[cell(i, j)] ?? 0;
  const old = o === 1 ? (sides.old[i] ?? []) : sides.old.slice(i, i + o).flat();
  const now = n === 1 ? (sides.now[j] ?? []) : sides.now.slice(j, j + n).flat();
  const joined = similarity(old, now, JOIN_LEAST);
  if (joined < JOIN_LEAST) return 0;
  let alone = 0;
  for (const a of range(i, o)) for (const b of range(j, n)) alone = Math.max(alone, single[cell(a, b)] ?? 0);
  return joined >= alone + JOIN_GAIN ? joined + 0.01 : 0;
}
