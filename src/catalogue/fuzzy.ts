/** The least similarity of a fuzzy match, in per cent. */
const LEAST = 60;
/** Texts with more words are found by themselves alone. */
const WORD_LIMIT = 200;
/** Postings that are looked at for one text, and texts that are then compared with it. */
const POSTING_LIMIT = 600;
const COMPARE_LIMIT = 8;

/** A text of the index that is like the one asked for. */
export interface Similar {
  readonly at: number;
  /** 60 to 99. */
  readonly similarity: number;
}

/** Texts that can be asked for those like another one, most alike first. The same text is not given. */
export interface FuzzyIndex {
  readonly similar: (text: string) => readonly Similar[];
}

/**
 * An inverted index over pairs of neighbouring words. Texts that differ in four words of ten still share a pair, ends
 * included, by the q-gram lemma (Ukkonen, Theoretical Computer Science 92, 1992), so only the bounds on work can hide one: the rarest
 * pairs are followed first, and the likeliest texts are compared word by word (Levenshtein within a band).
 */
export function createFuzzyIndex(texts: readonly string[]): FuzzyIndex {
  const numbers = new Map<string, number>();
  const words = texts.map((text) => wordsOf(text).map((word) => numberOf(word, numbers)));
  const postings = new Map<number, number[]>();
  for (const [at, list] of words.entries()) {
    if (list.length > WORD_LIMIT) continue;
    for (const pair of pairsOf(list)) {
      const posting = postings.get(pair);
      if (posting === undefined) postings.set(pair, [at]);
      else posting.push(at);
    }
  }
  // How many pairs each text shares with the one that is asked for; all zero between questions.
  const shared = new Uint8Array(texts.length);
  return {
    similar: (text) => {
      const asked = wordsOf(text).map((word) => numbers.get(word) ?? UNKNOWN);
      if (asked.length === 0 || asked.length > WORD_LIMIT) return [];
      const found: Similar[] = [];
      for (const at of likeliest(asked, { postings, words, shared })) {
        if (texts[at] === text) continue;
        const similarity = Math.min(99, alike(asked, words[at] ?? [], LEAST));
        if (similarity >= LEAST) found.push({ at, similarity });
      }
      return found.sort((one, other) => other.similarity - one.similarity || one.at - other.at);
    },
  };
}

/** How alike two different texts are by their words, 0 to 99; of very long ones it is not asked. */
export function similarityOf(one: string, other: string): number {
  const numbers = new Map<string, number>();
  const [a, b] = [wordsOf(one), wordsOf(other)].map((list) => list.map((word) => numberOf(word, numbers)));
  if (!a || !b || Math.max(a.length, b.length) > 2 * WORD_LIMIT) return 0;
  return Math.min(99, alike(a, b, 0));
}

/** A word that no text of the index has. */
const UNKNOWN = 0;
const EDGE = 1;
/** Above every number of a word; two numbers make one below 2^53. */
const STEP = 2 ** 26;

function numberOf(word: string, numbers: Map<string, number>): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = numbers.size + 2;
  numbers.set(word, number);
  return number;
}

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EACH = new RegExp(
  `${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}])+|[^\\s\\p{L}\\p{M}\\p{N}]`,
  'gu',
);

/** Words and marks in lower case; in scripts without spaces, characters. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(UNSPACED.test(text) ? EACH : WORD) ?? [];
}

function pairsOf(words: readonly number[]): Set<number> {
  const pairs = new Set<number>();
  let before = EDGE;
  for (const word of words) {
    pairs.add(before * STEP + word);
    before = word;
  }
  return pairs.add(before * STEP + EDGE);
}

interface Index {
  readonly postings: ReadonlyMap<number, readonly number[]>;
  readonly words: readonly (readonly number[])[];
  readonly shared: Uint8Array;
}

/** The texts that share most pairs with what is asked for, as far as the rarest pairs tell. */
function likeliest(asked: readonly number[], { postings, words, shared }: Index): number[] {
  const lists: (readonly number[])[] = [];
  for (const pair of pairsOf(asked)) {
    const posting = postings.get(pair);
    if (posting !== undefined) lists.push(posting);
  }
  lists.sort((one, other) => one.length - other.length);
  const met: number[] = [];
  let left = POSTING_LIMIT;
  for (const list of lists) {
    const end = Math.min(list.length, left);
    for (let index = 0; index < end; index += 1) {
      const at = list[index] ?? 0;
      if (shared[at] === 0) met.push(at);
      shared[at] = (shared[at] ?? 0) + 1;
    }
    left -= end;
  }
  const chosen = mostShared(
    met.filter((at) => canBeAlike(asked.length, words[at]?.length ?? 0)),
    shared,
  );
  for (const at of met) shared[at] = 0;
  return chosen;
}

function mostShared(met: readonly number[], shared: Uint8Array): number[] {
  const counts = met.map((at) => shared[at] ?? 0).sort((one, other) => other - one);
  const least = counts[Math.min(COMPARE_LIMIT, counts.length) - 1] ?? 0;
  const above = met.filter((at) => (shared[at] ?? 0) > least);
  const equal = met.filter((at) => shared[at] === least);
  return [...above, ...equal.slice(0, COMPARE_LIMIT - above.length)];
}

function canBeAlike(one: number, other: number): boolean {
  return 100 * Math.min(one, other) >= LEAST * Math.max(one, other);
}

/** 100 less the words that have to be put in, taken out or exchanged, in per cent of the longer text; 0 for less than `least`. */
function alike(one: readonly number[], other: readonly number[], least: number): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0) return 100;
  const band = Math.floor((longest * (100 - least)) / 100);
  const distance = distanceWithin(one, other, band);
  return distance > band ? 0 : Math.floor((100 * (longest - distance)) / longest);
}

/** The Levenshtein distance, or more than `band` where it is greater. */
function distanceWithin(one: readonly number[], other: readonly number[], band: number): number {
  const far = band + 1;
  let last = Uint16Array.from({ length: other.length + 1 }, (_, j) => Math.min(j, far));
  let row = new Uint16Array(other.length + 1);
  for (let i = 1; i <= one.length; i += 1) {
    const start = Math.max(1, i - band);
    const end = Math.min(other.length, i + band);
    const word = one[i - 1] === UNKNOWN ? -1 : one[i - 1];
    let before = start === 1 ? Math.min(i, far) : far;
    let least = before;
    row[start - 1] = before;
    for (let j = start; j <= end; j += 1) {
      const exchanged = (last[j - 1] ?? far) + (word === other[j - 1] ? 0 : 1);
      before = Math.min(exchanged, (last[j] ?? far) + 1, before + 1);
      row[j] = before;
      if (before < least) least = before;
    }
    if (least > band) return far;
    if (end < other.length) row[end + 1] = far;
    [last, row] = [row, last];
  }
  return last[other.length] ?? far;
}
