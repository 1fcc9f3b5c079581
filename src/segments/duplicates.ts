import { behind, restoreAgain } from './history.ts';
import { carry, idAt, type Matching, openNows, openOlds } from './matching.ts';
import type { OldText } from './texts.ts';

/**
 * Looks again at equal texts that occur several times, now that edited neighbours are known too: one whose neighbours
 * say that it carries on another text with the same words (or one that was retired) is given to that. Linear.
 */
export function settleDuplicates(matching: Matching): void {
  const { texts, carried } = matching;
  const retired = retiredBehind(matching);
  const changed: number[] = [];
  for (let j = 0; j < carried.length; j++) {
    const i = carried[j] ?? -1;
    if (i < 0 || texts.old[i]?.text !== texts.now[j]?.text || isSupported(matching, i, j)) continue;
    const other = [(carried[j - 1] ?? -2) + 1, (carried[j + 1] ?? 0) - 1].find(
      (k) => k >= 0 && k !== i && texts.old[k]?.text === texts.now[j]?.text,
    );
    if (other !== undefined) exchange(matching, i, j, other);
    else if (retired.has(behind(texts.now[j]?.text ?? '', idAt(matching, j - 1)))) changed.push(j);
  }
  if (changed.length > 0) giveBack(matching, retired, changed);
  originalsFirst(matching);
  restoreAgain(matching);
}

/** Where one of several equal texts is gone, those that were there first stay and their copies go. */
function originalsFirst(matching: Matching): void {
  const { texts, heirs } = matching;
  if (!texts.old.some(({ copyOf }) => copyOf !== null)) return;
  const gone = new Map<string, number[]>();
  for (const i of openOlds(matching).reverse()) {
    const { text, copyOf } = texts.old[i] as OldText;
    if (copyOf !== null) continue;
    const list = gone.get(text);
    if (list) list.push(i);
    else gone.set(text, [i]);
  }
  texts.old.forEach(({ copyOf, text }, i) => {
    const j = heirs[i] ?? -1;
    if (copyOf === null || j < 0 || texts.now[j]?.text !== text) return;
    const original = gone.get(text)?.pop();
    if (original === undefined) return;
    heirs[i] = -1;
    carry(matching, original, j);
  });
}

/** Whether a neighbour of the new text j was carried from the same side of the old text i. */
function isSupported({ carried, heirs }: Matching, i: number, j: number): boolean {
  const first = i === 0 && j === 0;
  const last = i === heirs.length - 1 && j === carried.length - 1;
  return first || last || (i > 0 && carried[j - 1] === i - 1) || carried[j + 1] === i + 1;
}

/** Lets j carry on `other` instead of i, if that is free or has no better place itself. */
function exchange(matching: Matching, i: number, j: number, other: number): void {
  const { texts, heirs, mergedInto } = matching;
  const there = heirs[other] ?? -1;
  if (there < 0 && !mergedInto.has(other)) {
    heirs[i] = -1;
    carry(matching, other, j);
  } else if (there >= 0 && texts.now[there]?.text === texts.now[j]?.text) {
    if (isSupported(matching, other, there)) return;
    carry(matching, other, j);
    carry(matching, i, there);
  }
}

function retiredBehind({ texts }: Matching): Map<string, string> {
  return new Map(texts.retired.map(({ id, text, after }) => [behind(text, after), id]));
}

/**
 * Gives a retired id back to a text that stands behind what it stood behind, though a live one was carried there: the
 * live one goes to an equal text that has no other.
 */
function giveBack(matching: Matching, retired: ReadonlyMap<string, string>, places: readonly number[]): void {
  const { texts, carried, restored } = matching;
  const wanted = new Set(places.map((j) => texts.now[j]?.text ?? ''));
  const holders = new Map<string, number>();
  for (const [j, id] of restored) holders.set(id, j);
  const open = new Map<string, number[]>();
  for (const j of openNows(matching).reverse()) {
    const text = texts.now[j]?.text ?? '';
    if (!wanted.has(text)) continue;
    const list = open.get(text);
    if (list) list.push(j);
    else open.set(text, [j]);
  }
  for (const j of places) {
    const text = texts.now[j]?.text ?? '';
    const id = retired.get(behind(text, idAt(matching, j - 1)));
    if (id === undefined) continue;
    const holder = holders.get(id);
    const free = holder ?? open.get(text)?.pop();
    if (free === undefined || texts.now[free]?.text !== text) continue;
    const i = carried[j] ?? -1;
    if (holder !== undefined) restored.delete(holder);
    carried[j] = -1;
    restored.set(j, id);
    holders.set(id, j);
    carry(matching, i, free);
  }
}
