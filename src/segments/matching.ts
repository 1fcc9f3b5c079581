import { longestRising, type Pair } from './align.ts';
import { createLikeness, type Likeness, type Tokens, type Work } from './similarity.ts';
import { type Texts, withoutAnchor } from './texts.ts';

/** What a rematch knows so far. -1 stands for "not yet". */
export interface Matching {
  readonly texts: Texts;
  /** For each new text: the old one that it carries on. */
  readonly carried: Int32Array;
  /** For each old text: the new one that carries it on. */
  readonly heirs: Int32Array;
  /** New texts that get a retired id back. */
  readonly restored: Map<number, string>;
  readonly splitFrom: Map<number, number>;
  readonly mergedInto: Map<number, number>;
  readonly likeness: Likeness;
  /** A text's tokens, taken apart when first asked for. */
  readonly oldTokens: (i: number) => Tokens;
  readonly nowTokens: (j: number) => Tokens;
  readonly work: Work;
}

/** A matching in which nothing is decided. */
export function openMatching(texts: Texts, work: Work): Matching {
  const likeness = createLikeness(work);
  const lazily = (list: Texts['now']): ((at: number) => Tokens) => {
    const known: (Tokens | undefined)[] = [];
    return (at) => {
      const text = list[at];
      if (!text) return [];
      known[at] ??= likeness.tokensOf(withoutAnchor(text));
      return known[at];
    };
  };
  return {
    texts,
    carried: new Int32Array(texts.now.length).fill(-1),
    heirs: new Int32Array(texts.old.length).fill(-1),
    restored: new Map(),
    splitFrom: new Map(),
    mergedInto: new Map(),
    likeness,
    oldTokens: lazily(texts.old),
    nowTokens: lazily(texts.now),
    work,
  };
}

/** Gives the new text j the id of the old text i. */
export function carry(matching: Matching, i: number, j: number): void {
  matching.carried[j] = i;
  matching.heirs[i] = j;
}

/** The id that the new text j has so far. */
export function idAt({ texts, carried, restored }: Matching, j: number): string | null {
  return texts.old[carried[j] ?? -1]?.id ?? restored.get(j) ?? null;
}

/** Whether nothing was found for the new text j. */
export function isOpenNow({ carried, restored, splitFrom }: Matching, j: number): boolean {
  return carried[j] === -1 && !restored.has(j) && !splitFrom.has(j);
}

/** Whether nothing was found for the old text i. */
export function isOpenOld({ heirs, mergedInto }: Matching, i: number): boolean {
  return heirs[i] === -1 && !mergedInto.has(i);
}

/** The old texts for which nothing was found, in order. */
export function openOlds(matching: Matching, from = 0, to: number = matching.heirs.length): number[] {
  const list: number[] = [];
  for (let i = from; i < to; i++) if (isOpenOld(matching, i)) list.push(i);
  return list;
}

/** The new texts for which nothing was found, in order. */
export function openNows(matching: Matching, from = 0, to: number = matching.carried.length): number[] {
  const list: number[] = [];
  for (let j = from; j < to; j++) if (isOpenNow(matching, j)) list.push(j);
  return list;
}

/** The pairs carried so far, in the order of the new texts. */
export function carriedPairs({ carried }: Matching): Pair[] {
  const pairs: Pair[] = [];
  carried.forEach((i, j) => {
    if (i >= 0) pairs.push([j, i]);
  });
  return pairs;
}

/** Two stretches that face each other: the open texts between two pairs that stand in one order on both sides. */
export interface Gap {
  readonly olds: readonly number[];
  readonly nows: readonly number[];
}

/** The gaps between the pairs of the longest run in the old order. */
export function gapsOf(matching: Matching): Gap[] {
  const { heirs, carried } = matching;
  const gaps: Gap[] = [];
  let [fromOld, fromNow] = [0, 0];
  for (const [j, i] of [...longestRising(carriedPairs(matching)), [carried.length, heirs.length] as const]) {
    const [olds, nows] = [openOlds(matching, fromOld, i), openNows(matching, fromNow, j)];
    if (olds.length + nows.length > 0) gaps.push({ olds, nows });
    [fromOld, fromNow] = [i + 1, j + 1];
  }
  return gaps;
}

/**
 * The gaps within what was moved: open texts whose neighbours on either side were carried from the two sides of a
 * stretch of open old texts.
 */
export function movedGaps(matching: Matching): Gap[] {
  const gaps: Gap[] = [];
  let before = -1;
  matching.carried.forEach((i, j) => {
    if (i < 0) return;
    const from = matching.carried[before] ?? i;
    if (j > before + 1 && i > from + 1 && i - from <= j - before + NEAR)
      gaps.push({ olds: openOlds(matching, from + 1, i), nows: openNows(matching, before + 1, j) });
    before = j;
  });
  return gaps.filter(({ olds, nows }) => olds.length > 0 && nows.length > 0);
}

/** How much longer than its new counterpart a stretch of old texts may be where something was moved. */
const NEAR = 8;
