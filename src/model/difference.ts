/** A stretch of two texts: what both have, or what only one of them has. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

// Which characters are letters is Unicode's, the same for every version of ICU that knows them; where words are not
// set apart by spaces each letter stands for itself: https://www.unicode.org/reports/tr29/#Word_Boundaries
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const TOKEN = new RegExp(
  [
    '\\s+',
    `[${UNSPACED}]\\p{M}*`,
    '\\p{N}+(?:[.,:\\u00a0\\u202f’]\\p{N}+)*',
    `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+(?:['’\\u00b7\\u200c-](?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]+)*`,
    '[\\s\\S]',
  ].join('|'),
  'gu',
);

/** Beyond this many edits between two anchors the whole stretch counts as replaced: the search is quadratic in them. */
const MOST_EDITS = 400;
/** Anchors are looked for within anchors this often: each look reads the stretch once. */
const DEEPEST = 24;

/**
 * What changed from one text to another, word by word: the pieces that are the same or removed are the first text, those
 * that are the same or added are the second. Words that both have once hold the rest in place (Cohen's patience diff),
 * and between them the fewest edits are looked for (Myers 1986, https://doi.org/10.1007/BF01840446), up to a bound.
 * Near linear.
 */
export function differenceOf(before: string, after: string): readonly Change[] {
  const [one, other] = [tokens(before), tokens(after)];
  const pairs: Pair[] = [];
  match(one, other, { from: 0, to: one.length, otherFrom: 0, otherTo: other.length, depth: 0 }, pairs);
  return readable(changesOf(one, other, pairs));
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Equal tokens of both texts, by their places. */
type Pair = readonly [one: number, other: number];

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
  readonly depth: number;
}

/** Adds the pairs of a stretch in order. */
function match(one: readonly string[], other: readonly string[], whole: Stretch, pairs: Pair[]): void {
  let { from, to, otherFrom, otherTo } = whole;
  while (from < to && otherFrom < otherTo && one[from] === other[otherFrom]) {
    pairs.push([from, otherFrom]);
    from += 1;
    otherFrom += 1;
  }
  let tail = 0;
  while (from < to && otherFrom < otherTo && one[to - 1] === other[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
    tail += 1;
  }
  if (from < to && otherFrom < otherTo)
    between(one, other, { from, to, otherFrom, otherTo, depth: whole.depth + 1 }, pairs);
  for (let step = 0; step < tail; step += 1) pairs.push([to + step, otherTo + step]);
}

function between(one: readonly string[], other: readonly string[], stretch: Stretch, pairs: Pair[]): void {
  const anchors = stretch.depth > DEEPEST ? [] : rising(uniquePairs(one, other, stretch));
  const { depth } = stretch;
  if (anchors.length === 0) {
    pairs.push(...fewestEdits(one, other, stretch));
    return;
  }
  let { from, otherFrom } = stretch;
  for (const [at, otherAt] of anchors) {
    match(one, other, { from, to: at, otherFrom, otherTo: otherAt, depth }, pairs);
    pairs.push([at, otherAt]);
    from = at + 1;
    otherFrom = otherAt + 1;
  }
  match(one, other, { from, to: stretch.to, otherFrom, otherTo: stretch.otherTo, depth }, pairs);
}

/** Tokens with a letter or digit that stand once in both stretches, in the order of the first. */
function uniquePairs(one: readonly string[], other: readonly string[], stretch: Stretch): Pair[] {
  const places = (list: readonly string[], from: number, to: number): Map<string, number> => {
    const found = new Map<string, number>();
    for (let at = from; at < to; at += 1) {
      const token = list[at] ?? '';
      if (/[\p{L}\p{N}]/u.test(token)) found.set(token, found.has(token) ? -1 : at);
    }
    return found;
  };
  const others = places(other, stretch.otherFrom, stretch.otherTo);
  const pairs: Pair[] = [];
  for (const [token, at] of places(one, stretch.from, stretch.to)) {
    const otherAt = others.get(token) ?? -1;
    if (at >= 0 && otherAt >= 0) pairs.push([at, otherAt]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** A longest run of pairs that rise on both sides (patience sorting). */
function rising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, otherAt]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < otherAt) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** Myers' greedy search for the shortest edit script; nothing is kept where it is longer than the bound. */
function fewestEdits(one: readonly string[], other: readonly string[], stretch: Stretch): Pair[] {
  const { from, to, otherFrom, otherTo } = stretch;
  const [width, height] = [to - from, otherTo - otherFrom];
  const most = Math.min(width + height, MOST_EDITS);
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = step(reach, diagonal, edits);
      while (x < width && x - diagonal < height && one[from + x] === other[otherFrom + x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= width && x - diagonal >= height) return walkBack(trace, edits, stretch);
    }
  }
  return [];
}

function step(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const below = reach.get(diagonal - 1) ?? -1;
  const above = reach.get(diagonal + 1) ?? -1;
  return diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], edits: number, stretch: Stretch): Pair[] {
  const pairs: Pair[] = [];
  let x = stretch.to - stretch.from;
  let y = stretch.otherTo - stretch.otherFrom;
  for (let left = edits; left >= 0; left -= 1) {
    const reach = trace[left] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = step(reach, diagonal, left);
    while (x > Math.max(start, 0) && y > Math.max(start - diagonal, 0)) {
      x -= 1;
      y -= 1;
      pairs.push([stretch.from + x, stretch.otherFrom + y]);
    }
    const below = reach.get(diagonal - 1) ?? -1;
    const above = reach.get(diagonal + 1) ?? -1;
    const down = diagonal === -left || (diagonal !== left && below < above);
    x = down ? above : below;
    y = x - (down ? diagonal + 1 : diagonal - 1);
  }
  return pairs.reverse();
}

function changesOf(one: readonly string[], other: readonly string[], pairs: readonly Pair[]): Change[] {
  const changes: Change[] = [];
  const add = (kind: Change['kind'], text: string): void => {
    const last = changes.at(-1);
    if (text === '') return;
    if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
    else changes.push({ kind, text });
  };
  let [at, otherAt] = [0, 0];
  for (const [next, otherNext] of [...pairs, [one.length, other.length] as const]) {
    add('removed', one.slice(at, next).join(''));
    add('added', other.slice(otherAt, otherNext).join(''));
    add('same', one[next] ?? '');
    at = next + 1;
    otherAt = otherNext + 1;
  }
  return changes;
}

/** Changes with only a space between them are one: a phrase that was replaced reads as a phrase. */
function readable(changes: readonly Change[]): readonly Change[] {
  const merged: Change[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') merged.push({ kind: 'removed', text: removed });
    if (added !== '') merged.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed !== '' && added !== '' && /^\s+$/.test(text) && index < changes.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      merged.push({ kind, text });
    }
  }
  flush();
  return merged;
}
