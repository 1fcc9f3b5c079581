import type { Affixes } from '../../languages/affixes.ts';

/** How many letters (UTF-16 units) two words share from their beginnings on. */
export function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

/**
 * How many letters have to be changed, added, taken away or exchanged with their neighbours to make one word of
 * another, up to `most`; `most + 1` where it is more. (Optimal string alignment, in a band of width `most`.)
 */
export function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let k = 1; k <= other.length; k++) {
      const same = one[i - 1] === other[k - 1];
      let cost = Math.min((last[k] ?? 0) + 1, (row[k - 1] ?? 0) + 1, (last[k - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && k > 1 && one[i - 1] === other[k - 2] && one[i - 2] === other[k - 1]) {
        cost = Math.min(cost, (before[k - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

/** The shortest stem that two forms of a name share, where an ending takes the place of another. */
const SHORTEST_STEM = 4;
/** The same where languages drop a vowel: `Вена`, `Вены`. */
const SHORTEST_OF_FIVE = 3;
/** The longest ending that is guessed in languages whose endings are not known. */
const LONGEST_ENDING = 4;

/**
 * Whether two words (folded) can be forms of one name: equal, or a common stem with an ending of the language each. Where
 * its endings are not known, short ones are taken for endings.
 */
export function areFormsOfOne(one: string, other: string, { endings, keepsStem }: Affixes): boolean {
  if (one === other) return true;
  const shared = sharedStart(one, other);
  const shorter = Math.min(one.length, other.length);
  const isEnding = (rest: string): boolean => {
    if (endings === null) return rest.length <= LONGEST_ENDING && shared >= SHORTEST_STEM;
    return endings.has(rest) || (keepsStem && isTwo(rest, endings));
  };
  // The name itself, and the name with an ending. A letter that is doubled is a spelling, and no ending.
  if (shared === shorter) {
    const rest = (one.length > other.length ? one : other).slice(shared);
    const isDoubled = rest.length === 1 && shared >= SHORTEST_STEM && one[shared - 1] === rest;
    if (shared >= 2 && !isDoubled && isEnding(rest)) return true;
  }
  const least = keepsStem || shorter > 6 ? SHORTEST_STEM : SHORTEST_OF_FIVE;
  for (let length = shared; length >= least && length >= 0.5 * shorter; length--) {
    if (isEnding(one.slice(length)) && isEnding(other.slice(length))) return true;
  }
  return false;
}

/** Whether a rest is two endings, one after the other. */
function isTwo(rest: string, endings: ReadonlySet<string>): boolean {
  for (let at = 1; at < rest.length; at++) {
    if (endings.has(rest.slice(0, at)) && endings.has(rest.slice(at))) return true;
  }
  return false;
}

/** A word without the longest ending that leaves a stem of four letters. */
function stemOf(word: string, { endings }: Affixes): string {
  if (endings === null) return word;
  for (let length = SHORTEST_STEM; length < word.length; length++) {
    if (endings.has(word.slice(length))) return word.slice(0, length);
  }
  return word;
}

/** Words of so many letters may differ in two of them. */
const LONG_WORD = 6;
const LONG_START = 5;

/** Whether two words (folded) can be spellings of one name that are not forms of each other. */
export function areSpellingsOfOne(one: string, other: string, affixes: Affixes): boolean {
  if (areFormsOfOne(one, other, affixes)) return false;
  const shorter = Math.min(one.length, other.length);
  // Where endings are not known, short words may as well be inflected within.
  if (shorter < (affixes.endings === null ? LONG_WORD : SHORTEST_STEM)) return false;
  if (distanceOf(one, other, 2) <= (shorter < LONG_WORD ? 1 : 2)) return true;
  const [stem, second] = [stemOf(one, affixes), stemOf(other, affixes)];
  const short = Math.min(stem.length, second.length);
  if (short < SHORTEST_STEM) return false;
  const allowed = short < LONG_WORD ? 1 : 2;
  return (
    distanceOf(stem, second, allowed) <= allowed && (short >= LONG_START || sharedStart(stem, second) > 1)
  );
}
