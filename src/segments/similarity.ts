/** A text's tokens as numbers: equal tokens of the two sides have equal numbers. */
export type Tokens = readonly number[];

/** What a rematch has cost so far, for those who watch over it. */
export interface Work {
  /** Pairs of texts whose tokens were compared. */
  comparisons: number;
  /** Cells of tables in which sequences were aligned exactly. */
  cells: number;
}

/** Compares texts that were taken apart by the same likeness. */
export interface Likeness {
  readonly tokensOf: (text: string) => Tokens;
  /**
   * How alike two token lists are, 0 to 1: Dice's coefficient over their longest common subsequence, or over the bag
   * of tokens for very long texts. Gives 0 at once where even the bags cannot reach `least`.
   */
  readonly alike: (a: Tokens, b: Tokens, least: number) => number;
  /** How many tokens of `part` are among those of `whole` that `rest` does not account for, order left aside. */
  readonly within: (part: Tokens, whole: Tokens, rest: Tokens) => number;
}

/** Texts with more tokens than this are compared without regard to the order of their tokens. */
const ORDERED_TOKENS = 160;
const TOKEN = /\p{L}[\p{L}\p{M}']*|\p{Nd}+|[^\s\p{L}\p{Nd}]/gu;

/** A likeness that counts its comparisons in `work`. */
export function createLikeness(work: Work): Likeness {
  const vocabulary = new Map<string, number>();
  let counts = new Int32Array(1024);
  const number = (token: string): number => {
    const known = vocabulary.get(token);
    if (known !== undefined) return known;
    vocabulary.set(token, vocabulary.size);
    return vocabulary.size - 1;
  };
  const tokensOf = (text: string): Tokens => {
    const tokens = (typeset(text.toLowerCase()).match(TOKEN) ?? []).map(number);
    if (vocabulary.size > counts.length) counts = new Int32Array(vocabulary.size * 2);
    return tokens;
  };
  const put = (tokens: Tokens, by: number): void => {
    for (const token of tokens) counts[token] = (counts[token] ?? 0) + by;
  };
  /** How many of `tokens` are in the bag, each taken out once; the bag is as before afterwards. */
  const found = (tokens: Tokens): number => {
    let common = 0;
    for (const token of tokens) {
      const left = counts[token] ?? 0;
      if (left > 0) common++;
      counts[token] = left - 1;
    }
    put(tokens, 1);
    return common;
  };
  const alike = (a: Tokens, b: Tokens, least: number): number => {
    const total = a.length + b.length;
    if (a.length === 0 || b.length === 0 || (2 * Math.min(a.length, b.length)) / total < least) return 0;
    work.comparisons++;
    put(a, 1);
    const bag = (2 * found(b)) / total;
    put(a, -1);
    if (bag < least) return 0;
    if (a.length > ORDERED_TOKENS || b.length > ORDERED_TOKENS) return bag;
    return (2 * commonRun(a, b)) / total;
  };
  const within = (part: Tokens, whole: Tokens, rest: Tokens): number => {
    work.comparisons++;
    put(whole, 1);
    put(rest, -1);
    const common = found(part);
    put(rest, 1);
    put(whole, -1);
    return common;
  };
  return { tokensOf, alike, within };
}

/** One form for each quotation mark and dash: a text set in other type says the same. */
function typeset(text: string): string {
  return /[^\0-\x7f]/.test(text)
    ? text
        .replace(/[“”„‟«»‹›]/g, '"')
        .replace(/[‘’‚‛ʼ]/g, "'")
        .replace(/[‐‑‒–—―]/g, '-')
    : text;
}

/** Length of the longest common subsequence. */
function commonRun(a: Tokens, b: Tokens): number {
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
