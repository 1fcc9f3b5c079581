import type { SourceCode } from '../model/block.ts';
import { type Code, type Content, normalizeText, plainText } from '../model/content.ts';
import type { OldText, Rematch } from '../model/split.ts';
import { alignExact, longestRising, type Pair } from './align.ts';
import { alignGap, type Bead, closest, indexTokens, type Sides } from './gaps.ts';
import { similarity, tokensOf } from './similarity.ts';

/** The form in which texts are compared: the normalised plain text, or the codes' types and targets without any. */
export function matchText(content: Content, codes: Readonly<Record<string, SourceCode | Code>>): string {
  const text = normalizeText(plainText(content));
  if (text !== '') return text;
  return Object.values(codes)
    .map((code) => `\0${code.type} ${code.href ?? ''} ${code.text ?? ''}`)
    .join('');
}

const MOVED_EDIT_LEAST = 0.7;
const MOVED_EDIT_TOKENS = 6;
const DISTINCT_TOKENS = 3;

/**
 * Decides which new text carries which old id on (design, section 5): texts that are equal and in order; texts that
 * come back from retirement; edits, splits and merges between those; equal texts elsewhere; edited texts elsewhere.
 * Near linear when most is unchanged; every later step is bounded per text (see `alignGap` and `closest`).
 */
export function rematch(
  old: readonly OldText[],
  retired: readonly OldText[],
  now: readonly string[],
): Rematch {
  const carried = new Int32Array(now.length).fill(-1);
  if (old.length + retired.length === 0) return { carried, ...NOTHING };
  const taken = new Uint8Array(old.length);
  const anchors = alignExact(
    old.map(({ text }) => text),
    now,
  );
  for (const [i, j] of anchors) {
    carried[j] = i;
    taken[i] = 1;
  }
  const open = { old, now, carried, taken, restored: new Map<number, string>() };
  if (anchors.length < now.length) restore(open, retired);
  const splitFrom = new Map<number, number>();
  const mergedInto = new Map<number, number>();
  if (anchors.length < now.length || anchors.length < old.length) {
    for (const bead of gapBeads(open, anchors)) applyBead(open, bead, splitFrom, mergedInto);
    equalElsewhere(open, splitFrom);
    editedElsewhere(open, splitFrom, mergedInto);
  }
  return { carried, restored: open.restored, splitFrom, mergedInto, moved: movedOf(carried) };
}

const NOTHING = {
  restored: new Map(),
  splitFrom: new Map(),
  mergedInto: new Map(),
  moved: new Set<number>(),
};

interface Open {
  readonly old: readonly OldText[];
  readonly now: readonly string[];
  readonly carried: Int32Array;
  readonly taken: Uint8Array;
  readonly restored: Map<number, string>;
}

function isFree(open: Open, j: number): boolean {
  return open.carried[j] === -1 && !open.restored.has(j);
}

/** Gives retired ids back to equal texts, unless a live text that is equal waits to be carried. */
function restore(open: Open, retired: readonly OldText[]): void {
  if (retired.length === 0) return;
  const byText = new Map<string, string[]>();
  for (const { id, text } of retired) byText.set(text, [...(byText.get(text) ?? []), id]);
  const waiting = new Set<string>();
  open.old.forEach(({ text }, i) => {
    if (!open.taken[i]) waiting.add(text);
  });
  open.now.forEach((text, j) => {
    if (!isFree(open, j) || waiting.has(text)) return;
    const id = byText.get(text)?.shift();
    if (id !== undefined) open.restored.set(j, id);
  });
}

function gapBeads(open: Open, anchors: readonly Pair[]): Bead[] {
  const sides = sidesOf(open);
  const beads: Bead[] = [];
  let [fromOld, fromNow] = [0, 0];
  for (const [i, j] of [...anchors, [open.old.length, open.now.length] as const]) {
    if (i > fromOld && j > fromNow) beads.push(...alignGap(sides, fromOld, i, fromNow, j));
    [fromOld, fromNow] = [i + 1, j + 1];
  }
  return beads;
}

/** Tokens of the texts that are still open; a text that is settled has none and pairs with nothing. */
function sidesOf(open: Open): Sides & { readonly strict: (i: number, j: number) => boolean } {
  const oldTokens = open.old.map(({ text }, i) => (open.taken[i] ? [] : tokensOf(text)));
  const nowTokens = open.now.map((text, j) => (isFree(open, j) ? tokensOf(text) : []));
  const waitingOld = new Set(open.old.flatMap(({ text }, i) => (open.taken[i] ? [] : [text])));
  const waitingNow = new Set(open.now.filter((_, j) => isFree(open, j)));
  const distinct = (tokens: readonly string[] | undefined): boolean =>
    (tokens?.length ?? 0) >= DISTINCT_TOKENS;
  return {
    old: oldTokens,
    now: nowTokens,
    strict: (i, j) =>
      (distinct(oldTokens[i]) && waitingNow.has(open.old[i]?.text ?? '')) ||
      (distinct(nowTokens[j]) && waitingOld.has(open.now[j] ?? '')),
  };
}

/** The first heir of a split and the first member of a merge keep the id. */
function applyBead(
  open: Open,
  bead: Bead,
  splitFrom: Map<number, number>,
  mergedInto: Map<number, number>,
): void {
  const [i = -1, ...otherOld] = bead.old;
  const [j = -1, ...otherNow] = bead.now;
  if (open.taken[i] || !isFree(open, j)) return;
  open.carried[j] = i;
  open.taken[i] = 1;
  for (const other of otherNow) splitFrom.set(other, i);
  for (const other of otherOld) mergedInto.set(other, j);
}

/** Equal texts that stand elsewhere: of duplicates, the one whose neighbour was carried to this one's neighbour. */
function equalElsewhere(open: Open, splitFrom: Map<number, number>): void {
  const byText = new Map<string, Set<number>>();
  open.old.forEach(({ text }, i) => {
    if (open.taken[i]) return;
    const places = byText.get(text);
    if (places) places.add(i);
    else byText.set(text, new Set([i]));
  });
  if (byText.size === 0) return;
  open.now.forEach((text, j) => {
    const places = isFree(open, j) ? byText.get(text) : undefined;
    if (!places || places.size === 0) return;
    const after = (open.carried[j - 1] ?? -2) + 1;
    const before = (open.carried[j + 1] ?? 0) - 1;
    const [first = -1] = places;
    const i = places.has(after) ? after : places.has(before) ? before : first;
    places.delete(i);
    open.carried[j] = i;
    open.taken[i] = 1;
    splitFrom.delete(j);
  });
}

/** Texts that were moved and edited: long enough and very alike, the best pairs first. */
function editedElsewhere(open: Open, splitFrom: Map<number, number>, mergedInto: Map<number, number>): void {
  const old = open.old.map(({ text }, i) => (open.taken[i] || mergedInto.has(i) ? [] : longTokens(text)));
  if (!old.some((tokens) => tokens.length > 0)) return;
  const index = indexTokens(old, 0, old.length);
  const pairs: { i: number; j: number; score: number }[] = [];
  open.now.forEach((text, j) => {
    if (!isFree(open, j) || splitFrom.has(j)) return;
    const tokens = longTokens(text);
    const i = tokens.length > 0 ? closest(tokens, old, index, MOVED_EDIT_LEAST) : null;
    if (i !== null) pairs.push({ i, j, score: similarity(old[i] ?? [], tokens) });
  });
  pairs.sort((a, b) => b.score - a.score || a.j - b.j);
  for (const { i, j } of pairs) {
    if (open.taken[i]) continue;
    open.carried[j] = i;
    open.taken[i] = 1;
  }
}

function longTokens(text: string): string[] {
  const tokens = tokensOf(text);
  return tokens.length >= MOVED_EDIT_TOKENS ? tokens : [];
}

function movedOf(carried: Int32Array): Set<number> {
  const pairs: Pair[] = [];
  carried.forEach((i, j) => {
    if (i >= 0) pairs.push([j, i]);
  });
  const inOrder = new Set(longestRising(pairs).map(([j]) => j));
  return new Set(pairs.flatMap(([j]) => (inOrder.has(j) ? [] : [j])));
}
