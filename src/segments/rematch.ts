import type { SourceCatalogue } from '../model/catalogue.ts';
import type { Rematch, SplitUnit } from '../model/split.ts';
import { alignExact, longestRising, type Pair } from './align.ts';
import { settleDuplicates } from './duplicates.ts';
import { editedElsewhere, equalElsewhere } from './elsewhere.ts';
import { alignGap, type Bead } from './gaps.ts';
import { returns, sameAnchors } from './history.ts';
import { otherHalves, replacements } from './lineage.ts';
import {
  carriedPairs,
  carry,
  type Gap,
  gapsOf,
  isOpenNow,
  isOpenOld,
  type Matching,
  movedGaps,
  openMatching,
} from './matching.ts';
import { partsElsewhere } from './parts.ts';
import type { Tokens, Work } from './similarity.ts';
import { type Texts, textsOf } from './texts.ts';

/** What became of a catalogue's segments in a document's new split; all are new without a catalogue. */
export function rematchUnits(previous: SourceCatalogue | null, units: readonly SplitUnit[]): Rematch {
  if (previous) return rematch(textsOf(previous, units));
  const count = units.reduce((sum, { segments }) => sum + segments.length, 0);
  return { carried: new Int32Array(count).fill(-1), ...NOTHING };
}

/**
 * Decides which new text carries which old id on (design, section 5), the surest evidence first: equal texts in order;
 * equal texts elsewhere; the author's own anchors; earlier wordings that are back; texts that come back from
 * retirement; edits, splits and merges between those; short equal texts elsewhere; edited texts elsewhere; halves that
 * are left over. Near linear when most is unchanged; every later step is bounded per text (see `alignGap`, `closest`
 * and `otherHalves`), and `work` counts what they compare.
 */
export function rematch(texts: Texts, work: Work = { comparisons: 0, cells: 0 }): Rematch {
  const matching = openMatching(texts, work);
  const exact = equalInOrder(texts, work);
  for (const [i, j] of exact) carry(matching, i, j);
  if (exact.length < texts.now.length || exact.length < texts.old.length) matchRest(matching);
  const { carried, restored, splitFrom, mergedInto } = matching;
  const replacedBy = replacements(matching);
  return { carried, restored, splitFrom, mergedInto, replacedBy, moved: movedOf(matching) };
}

/** Aligns equal texts: first those that are equal in form too, then the others between these. */
function equalInOrder({ old, now }: Texts, work: Work): Pair[] {
  const [text, form] = [numbering(), numbering()];
  const [a, b] = [old.map((one) => text.of(one.text)), now.map((one) => text.of(one.text))];
  const [forms, nowForms] = [old.map((one) => form.of(one.form)), now.map((one) => form.of(one.form))];
  const whole = (texts: readonly number[], all: readonly number[]): number[] =>
    texts.map((key, at) => key * form.size() + (all[at] ?? 0));
  const pairs: Pair[] = [];
  let [fromOld, fromNow] = [0, 0];
  const exact = alignExact(whole(a, forms), whole(b, nowForms), work);
  for (const [i, j] of [...exact, [old.length, now.length] as const]) {
    if (i > fromOld && j > fromNow) {
      const between = alignExact(a.slice(fromOld, i), b.slice(fromNow, j), work);
      for (const [k, l] of between) pairs.push([fromOld + k, fromNow + l]);
    }
    if (i < old.length) pairs.push([i, j]);
    [fromOld, fromNow] = [i + 1, j + 1];
  }
  return pairs;
}

/** Numbers keys in the order in which they are first seen. */
function numbering(): { of: (key: string) => number; size: () => number } {
  const known = new Map<string, number>();
  const of = (key: string): number => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    known.set(key, known.size);
    return known.size - 1;
  };
  return { of, size: () => known.size };
}

const NOTHING = {
  restored: new Map(),
  splitFrom: new Map(),
  mergedInto: new Map(),
  replacedBy: new Map(),
  moved: new Set<number>(),
};

function matchRest(matching: Matching): void {
  equalElsewhere(matching, false);
  sameAnchors(matching);
  returns(matching);
  fillGaps(matching, gapsOf(matching));
  equalElsewhere(matching, true);
  fillGaps(matching, movedGaps(matching));
  editedElsewhere(matching);
  settleDuplicates(matching);
  otherHalves(matching);
  partsElsewhere(matching);
}

/** Aligns the open texts of each gap. */
function fillGaps(matching: Matching, gaps: readonly Gap[]): void {
  const old: Tokens[] = [];
  const now: Tokens[] = [];
  for (const { olds, nows } of gaps) {
    if (olds.length === 0 || nows.length === 0) continue;
    for (const i of olds) old[i] = matching.oldTokens(i);
    for (const j of nows) now[j] = matching.nowTokens(j);
    for (const bead of alignGap({ old, now, likeness: matching.likeness }, olds, nows))
      applyBead(matching, bead);
  }
}

/** The first heir of a split and the first member of a merge keep the id. */
function applyBead(matching: Matching, { old, now }: Bead): void {
  const [i = -1, ...otherOld] = old;
  const [j = -1, ...otherNow] = now;
  if (!isOpenOld(matching, i) || !isOpenNow(matching, j)) return;
  carry(matching, i, j);
  for (const other of otherNow) matching.splitFrom.set(other, i);
  for (const other of otherOld) matching.mergedInto.set(other, j);
}

/** Carried texts outside the longest run in the old order. */
function movedOf(matching: Matching): Set<number> {
  const pairs = carriedPairs(matching);
  const inOrder = new Set(longestRising(pairs).map(([j]: Pair) => j));
  return new Set(pairs.flatMap(([j]) => (inOrder.has(j) ? [] : [j])));
}
