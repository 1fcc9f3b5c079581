// What the definition in ../shared/revisions/README.md says became of each segment between two revisions. It is written
// from that definition alone and shares nothing with src/segments, so that neither can hide the other's mistakes.

/** A segment of one revision, as the oracle sees it. */
export interface Seen {
  readonly id: string;
  /** NFC, white space collapsed. */
  readonly text: string;
  /** Headings above it, joined. */
  readonly path: string;
}

export type Label = 'same' | 'edit' | 'move' | 'moveedit' | 'new';

/** What the oracle says of a new segment: the old one it continues, or -1; other answers that are right too. */
export interface Verdict {
  readonly label: Label;
  readonly from: number;
  /** Other old segments whose id is right as well; -1 for a new id. */
  readonly also: ReadonlySet<number>;
}

const LEAST_EDIT = 0.5;
const LEAST_MOVED_EDIT = 0.7;
const DOUBTFUL = [0.45, 0.55] as const;
const LEAST_JOIN = 0.8;

/** Runs of letters, runs of digits, single symbols; lower case. */
function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

function lcs(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const x of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      next[j] = x === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function sim(a: readonly string[], b: readonly string[]): number {
  return a.length + b.length === 0 ? 0 : (2 * lcs(a, b)) / (a.length + b.length);
}

/** The heaviest set of pairs that rises on both sides; `weight` gives 0 for a pair that may not be. */
function heaviest(
  o: readonly [number, number],
  n: readonly [number, number],
  weight: (i: number, j: number) => number,
): [number, number][] {
  const width = n[1] - n[0] + 1;
  const best = new Float64Array((o[1] - o[0] + 1) * width);
  const at = (i: number, j: number): number => (i - o[0]) * width + j - n[0];
  const worth = new Float64Array(best.length);
  for (let i = o[1] - 1; i >= o[0]; i--) {
    for (let j = n[1] - 1; j >= n[0]; j--) {
      const w = weight(i, j);
      worth[at(i, j)] = w;
      const paired = w > 0 ? w + (best[at(i + 1, j + 1)] ?? 0) : 0;
      best[at(i, j)] = Math.max(paired, best[at(i + 1, j)] ?? 0, best[at(i, j + 1)] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [o[0], n[0]];
  while (i < o[1] && j < n[1]) {
    const here = best[at(i, j)] ?? 0;
    const w = worth[at(i, j)] ?? 0;
    if (w > 0 && Math.abs(here - w - (best[at(i + 1, j + 1)] ?? 0)) < 1e-9) pairs.push([i++, j++]);
    else if (Math.abs(here - (best[at(i + 1, j)] ?? 0)) < 1e-9) i++;
    else j++;
  }
  return pairs;
}

interface Work {
  readonly old: readonly Seen[];
  readonly now: readonly Seen[];
  readonly oldTokens: readonly (readonly string[])[];
  readonly nowTokens: readonly (readonly string[])[];
  readonly from: Int32Array;
  readonly label: Label[];
  readonly taken: Set<number>;
}

/** The oracle's verdict on every new segment. */
export function oracle(old: readonly Seen[], now: readonly Seen[]): Verdict[] {
  const work: Work = {
    old,
    now,
    oldTokens: old.map(({ text }) => tokensOf(text)),
    nowTokens: now.map(({ text }) => tokensOf(text)),
    from: new Int32Array(now.length).fill(-1),
    label: now.map(() => 'new'),
    taken: new Set(),
  };
  const anchors = same(work);
  const gaps = gapsBetween(anchors, old.length, now.length);
  const also = now.map(() => new Set<number>());
  for (const [o, n] of gaps) {
    const paired = heaviest(o, n, (i, j) => {
      const score = sim(work.oldTokens[i] ?? [], work.nowTokens[j] ?? []);
      return score >= LEAST_EDIT ? score : 0;
    });
    for (const [i, j] of paired) settle(work, i, j, 'edit');
  }
  moves(work);
  movedEdits(work);
  for (const [o, n] of gaps) doubts(work, also, o, n);
  return now.map((_, j) => ({
    label: work.label[j] ?? 'new',
    from: work.from[j] ?? -1,
    also: also[j] ?? new Set(),
  }));
}

function settle(work: Work, i: number, j: number, label: Label): void {
  work.from[j] = i;
  work.label[j] = label;
  work.taken.add(i);
}

function same(work: Work): [number, number][] {
  const { old, now } = work;
  let head = 0;
  while (head < old.length && head < now.length && old[head]?.text === now[head]?.text) head++;
  let tail = 0;
  const room = Math.min(old.length, now.length) - head;
  while (tail < room && old[old.length - 1 - tail]?.text === now[now.length - 1 - tail]?.text) tail++;
  const pairs: [number, number][] = [];
  for (let k = 0; k < head; k++) pairs.push([k, k]);
  const middle = heaviest([head, old.length - tail], [head, now.length - tail], (i, j) => {
    const text = old[i]?.text ?? '';
    return text === now[j]?.text ? 1 + Math.min(50, text.length) / 100 : 0;
  });
  pairs.push(...middle);
  for (let k = tail; k > 0; k--) pairs.push([old.length - k, now.length - k]);
  for (const [i, j] of pairs) settle(work, i, j, 'same');
  return pairs;
}

type Range = [number, number];

function gapsBetween(anchors: readonly [number, number][], olds: number, nows: number): [Range, Range][] {
  const gaps: [Range, Range][] = [];
  let [i0, j0] = [0, 0];
  for (const [i, j] of [...anchors, [olds, nows] as const]) {
    if (i > i0 || j > j0)
      gaps.push([
        [i0, i],
        [j0, j],
      ]);
    [i0, j0] = [i + 1, j + 1];
  }
  return gaps;
}

function moves(work: Work): void {
  const { old, now, from, taken, nowTokens } = work;
  now.forEach(({ text, path }, j) => {
    if (from[j] !== -1) return;
    const candidates = old.flatMap((one, i) => (one.text === text && !taken.has(i) ? [i] : []));
    const after = j > 0 ? (from[j - 1] ?? -1) : -1;
    const next = candidates.find((i) => after >= 0 && i === after + 1);
    const kin = candidates.find((i) => old[i]?.path === path);
    const lone = candidates.length === 1 || (nowTokens[j]?.length ?? 0) >= 3 ? candidates[0] : undefined;
    const i = next ?? kin ?? lone;
    if (i !== undefined) settle(work, i, j, 'move');
  });
}

function movedEdits(work: Work): void {
  const { oldTokens, nowTokens, from, taken } = work;
  const pairs: { i: number; j: number; score: number }[] = [];
  nowTokens.forEach((now, j) => {
    if (from[j] !== -1 || now.length < 6) return;
    oldTokens.forEach((old, i) => {
      if (taken.has(i) || old.length < 6) return;
      const score = sim(old, now);
      if (score >= LEAST_MOVED_EDIT) pairs.push({ i, j, score });
    });
  });
  pairs.sort((a, b) => b.score - a.score);
  for (const { i, j } of pairs) {
    if (from[j] === -1 && !taken.has(i)) settle(work, i, j, 'moveedit');
  }
}

/** Marks where the definition takes either answer: doubtful likeness, short texts, twins in a gap, splits, merges. */
function doubts(work: Work, also: readonly Set<number>[], [o0, o1]: Range, [n0, n1]: Range): void {
  const { oldTokens, nowTokens, now, from } = work;
  const twins = new Map<string, number>();
  for (let j = n0; j < n1; j++) twins.set(now[j]?.text ?? '', (twins.get(now[j]?.text ?? '') ?? 0) + 1);
  for (let j = n0; j < n1; j++) {
    const tokens = nowTokens[j] ?? [];
    const mine = also[j] as Set<number>;
    if (tokens.length < 3) mine.add(-1);
    for (let i = o0; i < o1; i++) {
      const score = sim(oldTokens[i] ?? [], tokens);
      if (score >= DOUBTFUL[0] && score <= DOUBTFUL[1]) mine.add(i).add(-1);
      if (tokens.length < 3 && (oldTokens[i]?.length ?? 0) < 3) mine.add(i);
      if ((twins.get(now[j]?.text ?? '') ?? 0) > 1 && from[j] !== -1) mine.add(i).add(-1);
    }
  }
  for (let i = o0; i < o1; i++) for (const count of [2, 3]) joined(work, also, i, count, n0, n1, false);
  for (let j = n0; j < n1; j++) for (const count of [2, 3]) joined(work, also, j, count, o0, o1, true);
}

/** One text against two or three neighbours on the other side: a split, or a merge (`merging`). */
function joined(
  work: Work,
  also: readonly Set<number>[],
  one: number,
  count: number,
  from: number,
  to: number,
  merging: boolean,
): void {
  const { oldTokens, nowTokens } = work;
  const [single, many] = merging ? [nowTokens, oldTokens] : [oldTokens, nowTokens];
  for (let k = from; k + count <= to; k++) {
    const members = Array.from({ length: count }, (_, n) => k + n);
    const whole = members.flatMap((m) => many[m] ?? []);
    const size = single[one]?.length ?? 0;
    if (Math.min(whole.length, size) / Math.max(whole.length, size, 1) < 0.6) continue;
    if (sim(single[one] ?? [], whole) < LEAST_JOIN) continue;
    if (merging) for (const m of members) also[one]?.add(m);
    else for (const m of members) also[m]?.add(one).add(-1);
  }
}
