import type { Likeness, Tokens } from './similarity.ts';

/** Tokens, and pairs of neighbouring tokens, that stand in more texts than this tell nothing about one of them. */
const RARE = 12;
/** How many of the texts that share the most are compared. */
const RANKED = 4;
/** Tokens and pairs of tokens are numbered apart; more tokens than this would still be exact in a double. */
const PAIR = 2 ** 26;

/** Where each feature of the texts occurs: a list as long as RARE + 1 means "too often". */
export type FeatureIndex = ReadonlyMap<number, readonly number[]>;

/** Indexes the features of the texts at `places`. Linear in their length. */
export function indexFeatures(texts: readonly Tokens[], places: readonly number[]): FeatureIndex {
  const index = new Map<number, number[]>();
  for (const place of places) {
    for (const feature of featuresOf(texts[place] ?? [])) {
      const list = index.get(feature);
      if (!list) index.set(feature, [place]);
      else if (list.length <= RARE) list.push(place);
    }
  }
  return index;
}

function featuresOf(tokens: Tokens): Set<number> {
  const features = new Set(tokens);
  for (let k = 1; k < tokens.length; k++) features.add(((tokens[k - 1] ?? 0) + 1) * PAIR + (tokens[k] ?? 0));
  return features;
}

/** A text that may be the one that is looked for. */
export interface Candidate {
  readonly place: number;
  readonly score: number;
}

/**
 * The indexed texts most like `tokens`, best first, among those that share rare features with it; none below `least`.
 * At most RANKED comparisons.
 */
export function closest(
  tokens: Tokens,
  texts: readonly Tokens[],
  index: FeatureIndex,
  likeness: Likeness,
  least: number,
): Candidate[] {
  return sharing(tokens, index)
    .map((place) => ({ place, score: likeness.alike(texts[place] ?? [], tokens, least) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.place - b.place);
}

/** The RANKED indexed texts that share the most rare features with `tokens`. */
export function sharing(tokens: Tokens, index: FeatureIndex): number[] {
  const votes = new Map<number, number>();
  for (const feature of featuresOf(tokens)) {
    const list = index.get(feature);
    if (!list || list.length > RARE) continue;
    for (const place of list) votes.set(place, (votes.get(place) ?? 0) + 1 / list.length);
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, RANKED)
    .map(([place]) => place);
}
