import { EDIT_LEAST, JOIN_LEAST } from './gaps.ts';
import { carry, gapsOf, isOpenNow, isOpenOld, type Matching, openNows, openOlds } from './matching.ts';
import type { Tokens } from './similarity.ts';

/** How far from its other half a part may stand, in texts. */
const REACH = 3;
/** A part shares at least this many tokens with what its other half does not account for, and this share of its own. */
const PART_TOKENS = 4;
const PART_SHARE = 0.6;
/** What was replaced is linked in stretches up to this long. */
const LONGEST_STRETCH = 8;

/**
 * Finds the other halves of texts that were cut or joined, though one half was edited too or something stands between
 * them, across the borders of units: a text that is left over and whose words are those that a neighbour lost (a
 * split) or won (a merge). At most 2 × REACH comparisons a text.
 */
export function otherHalves(matching: Matching): void {
  const { carried, heirs, splitFrom, mergedInto, oldTokens, nowTokens } = matching;
  for (const j of openNows(matching)) {
    const part = nowTokens(j);
    const whole = bestNear(matching, j, carried, part, (i, near) => [oldTokens(i), nowTokens(near)]);
    if (whole >= 0) splitFrom.set(j, carried[whole] ?? -1);
    if (whole > j) firstHeirKeeps(matching, j, whole);
  }
  for (const i of openOlds(matching)) {
    const part = oldTokens(i);
    const whole = bestNear(matching, i, heirs, part, (j, near) => [nowTokens(j), oldTokens(near)]);
    if (whole >= 0) mergedInto.set(i, heirs[whole] ?? -1);
    if (whole > i) firstMemberKeeps(matching, i, whole);
  }
}

/** The neighbour, among those that have a counterpart, whose counterpart holds `part` besides the neighbour itself. */
function bestNear(
  { likeness }: Matching,
  at: number,
  counterparts: Int32Array,
  part: Tokens,
  pairOf: (counterpart: number, near: number) => readonly [Tokens, Tokens],
): number {
  let best = -1;
  let most = Math.max(PART_TOKENS, Math.ceil(part.length * PART_SHARE)) - 1;
  if (part.length <= most) return best;
  for (let step = 1; step <= REACH; step++) {
    for (const near of [at - step, at + step]) {
      const counterpart = counterparts[near] ?? -1;
      if (counterpart < 0) continue;
      const [whole, rest] = pairOf(counterpart, near);
      if (whole.length < part.length) continue;
      const common = likeness.within(part, whole, rest);
      if (common > most) [best, most] = [near, common];
    }
  }
  return best;
}

/** Where two halves together are the whole, the first of them keeps its id. */
function firstHeirKeeps(matching: Matching, first: number, second: number): void {
  const { carried, splitFrom, oldTokens, nowTokens } = matching;
  const i = carried[second] ?? -1;
  if (!areHalves(matching, oldTokens(i), nowTokens(first), nowTokens(second))) return;
  splitFrom.delete(first);
  carried[second] = -1;
  carry(matching, i, first);
  splitFrom.set(second, i);
}

/** Where two texts together are the one they became, the first of them keeps its id. */
function firstMemberKeeps(matching: Matching, first: number, second: number): void {
  const { heirs, mergedInto, oldTokens, nowTokens } = matching;
  const j = heirs[second] ?? -1;
  if (!areHalves(matching, nowTokens(j), oldTokens(first), oldTokens(second))) return;
  mergedInto.delete(first);
  heirs[second] = -1;
  carry(matching, first, j);
  mergedInto.set(second, j);
}

function areHalves({ likeness }: Matching, whole: Tokens, first: Tokens, second: Tokens): boolean {
  if (likeness.alike(whole, [...first, ...second], JOIN_LEAST) < JOIN_LEAST) return false;
  return likeness.alike(whole, first, 0) * 2 >= EDIT_LEAST;
}

/**
 * Old texts that went nowhere, each with the new text that stands where it stood: of the new ones between the same
 * neighbours, the one as far along.
 */
export function replacements(matching: Matching): Map<number, number> {
  const replacedBy = new Map<number, number>();
  for (const { olds, nows } of gapsOf(matching)) {
    const gone = olds.filter((i) => isOpenOld(matching, i));
    const added = nows.filter((j) => isOpenNow(matching, j));
    if (added.length === 0 || Math.max(gone.length, added.length) > LONGEST_STRETCH) continue;
    gone.forEach((i, k) => {
      const j = added[Math.floor((k * added.length) / gone.length)];
      if (j !== undefined) replacedBy.set(i, j);
    });
  }
  return replacedBy;
}
