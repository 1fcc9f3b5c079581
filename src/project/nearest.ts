/**
 * The candidate spelled most like `word`, or null where none is near: at most one slip in three characters,
 * counting a swap of two neighbours as one. Case does not count. At most 64 × 64 steps a candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.slice(0, 64).toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = candidate.slice(0, 64).toLowerCase();
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const distance = slips(wanted, other);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Optimal string alignment distance in UTF-16 units. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

/** The nearest spelling as a value of an error, which then asks "did you mean …?"; nothing where none is near. */
export function hint(word: string, candidates: Iterable<string>): { readonly nearest?: string } {
  const near = nearest(word, candidates);
  return near === null ? {} : { nearest: near };
}
