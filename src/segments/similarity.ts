/** Texts with more tokens than this are compared without regard to the order of their tokens. */
const ORDERED_TOKENS = 160;

/** A text's tokens in lower case: runs of letters, runs of digits, single symbols. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*|\p{Nd}+|[^\s\p{L}\p{Nd}]/gu) ?? [];
}

/**
 * How alike two token lists are, 0 to 1: Dice's coefficient over their longest common subsequence, or over the bag of
 * tokens for very long texts. Gives 0 at once where even the bags cannot reach `least`.
 */
export function similarity(a: readonly string[], b: readonly string[], least = 0): number {
  if (a.length === 0 || b.length === 0) return 0;
  const total = a.length + b.length;
  if ((2 * Math.min(a.length, b.length)) / total < least) return 0;
  const bag = (2 * commonBag(a, b)) / total;
  if (bag < least || a.length > ORDERED_TOKENS || b.length > ORDERED_TOKENS) return bag < least ? 0 : bag;
  return (2 * commonRun(a, b)) / total;
}

function commonBag(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of b) {
    const left = counts.get(token) ?? 0;
    if (left > 0) {
      common++;
      counts.set(token, left - 1);
    }
  }
  return common;
}

function commonRun(a: readonly string[], b: readonly string[]): number {
  let from = 0;
  let endA = a.length;
  let endB = b.length;
  while (from < endA && from < endB && a[from] === b[from]) from++;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const trimmed = from + (a.length - endA);
  const row = new Uint16Array(endB - from + 1);
  for (let i = from; i < endA; i++) {
    let diagonal = 0;
    for (let j = from; j < endB; j++) {
      const above = row[j - from + 1] ?? 0;
      row[j - from + 1] = a[i] === b[j] ? diagonal + 1 : Math.max(above, row[j - from] ?? 0);
      diagonal = above;
    }
  }
  return trimmed + (row[endB - from] ?? 0);
}
