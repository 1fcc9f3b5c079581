import type { Word } from '../text.ts';

/** Words of a target that stand in the source too, in the same order, without others between them. */
export interface SharedRun {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

/**
 * The runs of at least `least` words that two texts share, each as long as it gets, in order; words are compared as they
 * are given in the lists of keys. Linear.
 */
export function sharedRuns(
  source: readonly string[],
  target: readonly Word[],
  keys: readonly string[],
  least: number,
): SharedRun[] {
  const words = new Set(source);
  let grams: Set<string> | null = null;
  const runs: SharedRun[] = [];
  for (let at = 0; at + least <= keys.length; at++) {
    let known = 0;
    while (known < least && words.has(keys[at + known] ?? '')) known++;
    if (known < least) {
      at += known;
      continue;
    }
    grams ??= gramsOf(source, least);
    let end = at;
    while (end + least <= keys.length && grams.has(keys.slice(end, end + least).join(' '))) end++;
    if (end === at) continue;
    const own = target.slice(at, end + least - 1);
    runs.push({ words: own, start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 });
    at = end + least - 2;
  }
  return runs;
}

function gramsOf(words: readonly string[], length: number): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + length <= words.length; at++) grams.add(words.slice(at, at + length).join(' '));
  return grams;
}
