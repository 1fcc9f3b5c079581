/** With more pieces than this on either side, a change is told as one. */
const PIECE_LIMIT = 300;
/** Pieces (words, and the spaces between them) that are told on either side of a change. */
const AROUND = 6;

const PIECE = /[\p{L}\p{M}\p{N}]+|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

/** A place where two texts differ, and what follows it in both. */
interface Hunk {
  gone: string;
  new: string;
  readonly same: string[];
}

/**
 * What an edit took out and put in, as `[-200-]{+2000+}`, with a few words around each place; empty for equal texts.
 * Words and marks are compared by their longest common subsequence, in bounded time.
 */
export function showChange(before: string, now: string): string {
  const old = before.match(PIECE) ?? [];
  const current = now.match(PIECE) ?? [];
  let start = 0;
  while (start < old.length && old[start] === current[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, current.length) - start;
  while (end < most && old.at(-1 - end) === current.at(-1 - end)) end += 1;
  const hunks = compare(old.slice(start, old.length - end), current.slice(start, current.length - end));
  const last = hunks.at(-1);
  if (last === undefined) return '';
  for (const piece of old.slice(old.length - end)) last.same.push(piece);
  return tailOf(old.slice(0, start)) + hunks.map((hunk) => shown(hunk, hunk === last)).join('');
}

function shown(hunk: Hunk, isLast: boolean): string {
  const { same } = hunk;
  const gone = hunk.gone === '' ? '' : `[-${hunk.gone}-]`;
  const added = hunk.new === '' ? '' : `{+${hunk.new}+}`;
  const after = isLast
    ? headOf(same)
    : same.length > 2 * AROUND
      ? headOf(same) + tailOf(same).slice(1)
      : same.join('');
  return gone + added + after;
}

function headOf(pieces: readonly string[]): string {
  return pieces.length > AROUND ? `${pieces.slice(0, AROUND).join('')}…` : pieces.join('');
}

function tailOf(pieces: readonly string[]): string {
  return pieces.length > AROUND ? `…${pieces.slice(-AROUND).join('')}` : pieces.join('');
}

function compare(old: readonly string[], current: readonly string[]): Hunk[] {
  if (old.length + current.length === 0) return [];
  if (old.length > PIECE_LIMIT || current.length > PIECE_LIMIT) {
    return [{ gone: old.join(''), new: current.join(''), same: [] }];
  }
  const lengths = commonLengths(old, current);
  const hunks: Hunk[] = [];
  const at = { old: 0, current: 0 };
  while (at.old < old.length || at.current < current.length) {
    const hunk = nextHunk(old, current, lengths, at);
    const last = hunks.at(-1);
    // What stands between two places and is only a space would tear apart what belongs together.
    if (last !== undefined && last.same.join('').trim() === '') {
      const space = last.same.splice(0).join('');
      last.gone += space + hunk.gone;
      last.new += space + hunk.new;
      last.same.push(...hunk.same);
    } else hunks.push(hunk);
  }
  return hunks;
}

/** For each pair of places, the length of the longest common subsequence of what begins there. */
function commonLengths(old: readonly string[], current: readonly string[]): Uint16Array {
  const width = current.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = current.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === current[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

function nextHunk(
  old: readonly string[],
  current: readonly string[],
  lengths: Uint16Array,
  at: { old: number; current: number },
): Hunk {
  const hunk: Hunk = { gone: '', new: '', same: [] };
  const width = current.length + 1;
  const isSame = (): boolean => at.old < old.length && old[at.old] === current[at.current];
  while (!isSame() && (at.old < old.length || at.current < current.length)) {
    const down = lengths[(at.old + 1) * width + at.current] ?? 0;
    const right = lengths[at.old * width + at.current + 1] ?? 0;
    if (at.old < old.length && (at.current >= current.length || down >= right))
      hunk.gone += old[at.old++] ?? '';
    else hunk.new += current[at.current++] ?? '';
  }
  for (; isSame(); at.old += 1, at.current += 1) hunk.same.push(old[at.old] ?? '');
  return hunk;
}
