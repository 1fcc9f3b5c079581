import type { Word } from '../text.ts';

/** Words of a target that stand in the source too, in the same order, without others between them. */
export interface SharedRun {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

/** A source's words, as runs are looked for in it; found once for all its targets. */
export interface RunIndex {
  readonly keys: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Its sequences of words, joined by spaces, by their length; filled when they are asked for. */
  readonly grams: Map<number, ReadonlySet<string>>;
}

/** Makes the index of a list of keys. */
export function runIndex(keys: readonly string[]): RunIndex {
  return { keys, words: new Set(keys), grams: new Map() };
}

/**
 * The runs of at least `least` words that a target shares with a source, each as long as it gets, in order; words are
 * compared by their keys. Linear.
 */
export function sharedRuns(
  source: RunIndex,
  target: readonly Word[],
  keys: readonly string[],
  least: number,
): SharedRun[] {
  const runs: SharedRun[] = [];
  for (let at = 0; at + least <= keys.length; at++) {
    let known = 0;
    while (known < least && source.words.has(keys[at + known] ?? '')) known++;
    if (known < least) {
      at += known;
      continue;
    }
    const grams = gramsOf(source, least);
    let end = at;
    while (end + least <= keys.length && grams.has(keys.slice(end, end + least).join(' '))) end++;
    if (end === at) continue;
    const own = target.slice(at, end + least - 1);
    runs.push({ words: own, start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 });
    at = end + least - 2;
  }
  return runs;
}

function gramsOf({ keys, grams }: RunIndex, length: number): ReadonlySet<string> {
  const known = grams.get(length);
  if (known) return known;
  const made = new Set<string>();
  for (let at = 0; at + length <= keys.length; at++) made.add(keys.slice(at, at + length).join(' '));
  grams.set(length, made);
  return made;
}
