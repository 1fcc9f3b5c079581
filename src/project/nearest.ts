import { slipsBetween } from '../model/slips.ts';

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
    const distance = slipsBetween(wanted, other);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** The nearest spelling as a value of an error, which then asks "did you mean …?"; nothing where none is near. */
export function hint(word: string, candidates: Iterable<string>): { readonly nearest?: string } {
  const near = nearest(word, candidates);
  return near === null ? {} : { nearest: near };
}
