import { closest, indexFeatures } from './candidates.ts';
import { carriedPairs, carry, isOpenNow, isOpenOld, type Matching, openNows, openOlds } from './matching.ts';
import type { Tokens } from './similarity.ts';

/** Texts of fewer tokens than this are too common to be known by their words alone. */
const DISTINCT_TOKENS = 3;
const MOVED_EDIT_LEAST = 0.7;
const MOVED_EDIT_TOKENS = 6;

/**
 * Carries texts that are equal but stand elsewhere. What occurs once on both sides comes first; from each pair its
 * equal neighbours follow, so that of duplicates those go together that stood together; then those under the same
 * heading; then in order. Short texts are moved only with a neighbour, unless `short` says that nothing else is left.
 * Linear in the number of texts.
 */
export function equalElsewhere(matching: Matching, short: boolean): void {
  const { texts } = matching;
  const places = new Map<string, { olds: number[]; nows: number[] }>();
  for (const i of openOlds(matching)) {
    const text = texts.old[i]?.text ?? '';
    const known = places.get(text);
    if (known) known.olds.push(i);
    else places.set(text, { olds: [i], nows: [] });
  }
  for (const j of openNows(matching)) places.get(texts.now[j]?.text ?? '')?.nows.push(j);
  const groups = [...places.values()].filter(({ nows }) => nows.length > 0);
  if (groups.length === 0) return;
  const told = groups.filter(
    ({ olds }) => short || matching.oldTokens(olds[0] ?? -1).length >= DISTINCT_TOKENS,
  );
  for (const { olds, nows } of told) {
    if (olds.length === 1 && nows.length === 1) carry(matching, olds[0] ?? -1, nows[0] ?? -1);
  }
  spread(matching);
  const headings = headingsOf(matching);
  for (const { olds, nows } of told) {
    pairUp(matching, olds, nows, headings);
    pairUp(matching, olds, nows, null);
  }
}

/** Carries equal neighbours of what is carried, in both directions, as far as they go. */
function spread(matching: Matching): void {
  const { texts } = matching;
  for (const step of [1, -1]) {
    const pairs = carriedPairs(matching);
    for (let [j, i] of step > 0 ? pairs : pairs.reverse()) {
      while (isEqual(texts, i + step, j + step)) {
        [i, j] = [i + step, j + step];
        if (!isOpenOld(matching, i) || !isOpenNow(matching, j)) break;
        carry(matching, i, j);
      }
    }
  }
}

function isEqual({ old, now }: Matching['texts'], i: number, j: number): boolean {
  const text = old[i]?.text;
  return text !== undefined && text === now[j]?.text;
}

interface Headings {
  /** The heading above each old and each new text; -1 above the first one. */
  readonly old: Int32Array;
  readonly now: Int32Array;
}

function headingsOf({ texts }: Matching): Headings {
  const above = (list: readonly { heading: boolean }[]): Int32Array => {
    let last = -1;
    return Int32Array.from(list, ({ heading }, at) => {
      if (heading) last = at;
      return last;
    });
  };
  return { old: above(texts.old), now: above(texts.now) };
}

/** Pairs equal texts in order; with `headings`, only those whose heading was carried along. */
function pairUp(
  matching: Matching,
  olds: readonly number[],
  nows: readonly number[],
  headings: Headings | null,
): void {
  const queues = new Map<number, number[]>();
  const key = (i: number): number => headings?.old[i] ?? 0;
  for (const i of olds) {
    if (!isOpenOld(matching, i)) continue;
    const queue = queues.get(key(i));
    if (queue) queue.push(i);
    else queues.set(key(i), [i]);
  }
  if (queues.size === 0) return;
  for (const queue of queues.values()) queue.reverse();
  for (const j of nows) {
    if (!isOpenNow(matching, j)) continue;
    const heading = headings ? (matching.carried[headings.now[j] ?? -1] ?? -1) : 0;
    const i = queues.get(heading)?.pop();
    if (i !== undefined) carry(matching, i, j);
  }
}

/** Carries texts that were moved and edited: long enough and very alike, the best pairs first. */
export function editedElsewhere(matching: Matching): void {
  const { likeness } = matching;
  const long = (tokens: Tokens): Tokens => (tokens.length >= MOVED_EDIT_TOKENS ? tokens : []);
  const olds = openOlds(matching).filter((i) => long(matching.oldTokens(i)).length > 0);
  if (olds.length === 0) return;
  const tokens: Tokens[] = [];
  for (const i of olds) tokens[i] = matching.oldTokens(i);
  const index = indexFeatures(tokens, olds);
  const pairs = openNows(matching).flatMap((j) =>
    closest(long(matching.nowTokens(j)), tokens, index, likeness, MOVED_EDIT_LEAST).map(
      ({ place, score }) => ({ i: place, j, score }),
    ),
  );
  pairs.sort((a, b) => b.score - a.score || a.j - b.j || a.i - b.i);
  for (const { i, j } of pairs) if (isOpenOld(matching, i) && isOpenNow(matching, j)) carry(matching, i, j);
}
