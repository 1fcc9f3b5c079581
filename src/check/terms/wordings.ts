import type { Text } from '../text.ts';
import { looseKey } from './candidates.ts';
import { phrasesOf } from './phrases.ts';

/** How a candidate is probably translated. */
export interface Wording {
  readonly form: string;
  /** In how many of the candidate's segments it stands, and how many these are. */
  readonly count: number;
  readonly of: number;
  /** Dice's coefficient: 1 where the two always stand together. */
  readonly score: number;
}

/** A source with its target. */
export interface TextPair {
  readonly source: Text;
  readonly target: Text;
}

/** A candidate's segments are looked at so many. */
const MOST_PAIRS = 300;
const LEAST_SCORE = 0.5;
/** Dunning's log-likelihood ratio from which two phrases do not stand together by chance (p < 0.01). */
const LEAST_RATIO = 6.63;

/**
 * The wordings that stand in a language where phrases of the source do, by the phrases' keys: the one that goes with a
 * phrase best by Dice's coefficient, where the log-likelihood ratio says that this is no chance. Inflected forms are
 * counted together, by their first letters; the most frequent one is given. (Dunning 1993, “Accurate methods for the
 * statistics of surprise and coincidence”.) Linear in the length of the texts, read twice.
 */
export function wordingsIn(pairs: readonly TextPair[], keys: ReadonlySet<string>): Map<string, Wording> {
  const places = placesOf(pairs, keys);
  const wanted = new Map<string, Map<string, number>>();
  const all = new Set<string>();
  for (const [key, numbers] of places) {
    const counts = countsIn(pairs, numbers.slice(0, MOST_PAIRS));
    const likely = [...counts].filter(
      ([, count]) => count >= 2 && count >= 0.3 * Math.min(numbers.length, MOST_PAIRS),
    );
    wanted.set(key, new Map(likely));
    for (const [phrase] of likely) all.add(phrase);
  }
  const { totals, written } = totalsOf(pairs, all);
  const found = new Map<string, Wording>();
  for (const [key, counts] of wanted) {
    const of = Math.min(places.get(key)?.length ?? 0, MOST_PAIRS);
    const best = bestOf(counts, totals, of, pairs.length);
    if (best)
      found.set(key, {
        form: mostFrequent(written.get(best.phrase)),
        count: best.count,
        of,
        score: best.score,
      });
  }
  return found;
}

function placesOf(pairs: readonly TextPair[], keys: ReadonlySet<string>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [number, { source }] of pairs.entries()) {
    const here = new Set(phrasesOf(source).map(({ key }) => key));
    for (const key of here) {
      if (!keys.has(key)) continue;
      const known = places.get(key);
      if (known) known.push(number);
      else places.set(key, [number]);
    }
  }
  return places;
}

function countsIn(pairs: readonly TextPair[], numbers: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const number of numbers) {
    const target = pairs[number]?.target;
    if (!target) continue;
    for (const key of new Set(phrasesOf(target).map(looseKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function totalsOf(
  pairs: readonly TextPair[],
  phrases: ReadonlySet<string>,
): { totals: Map<string, number>; written: Map<string, Map<string, number>> } {
  const totals = new Map<string, number>();
  const written = new Map<string, Map<string, number>>();
  for (const { target } of pairs) {
    const here = new Set<string>();
    for (const phrase of phrasesOf(target)) {
      const key = looseKey(phrase);
      if (!phrases.has(key)) continue;
      const forms = written.get(key) ?? new Map<string, number>();
      written.set(key, forms);
      forms.set(phrase.written, (forms.get(phrase.written) ?? 0) + 1);
      here.add(key);
    }
    for (const key of here) totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  return { totals, written };
}

function bestOf(
  counts: ReadonlyMap<string, number>,
  totals: ReadonlyMap<string, number>,
  of: number,
  all: number,
): { phrase: string; count: number; score: number } | null {
  let best: { phrase: string; count: number; score: number } | null = null;
  for (const [phrase, count] of counts) {
    const total = totals.get(phrase) ?? count;
    const score = Math.round(((2 * count) / (of + total)) * 100) / 100;
    if (score < LEAST_SCORE || likelihoodRatio(count, of, total, all) < LEAST_RATIO) continue;
    const isLonger = best !== null && score === best.score && phrase.length > best.phrase.length;
    if (best === null || score > best.score || isLonger) best = { phrase, count, score };
  }
  return best;
}

/** Dunning's ratio for two phrases that stand in `of` and `total` of all segments, and in `both` together. */
function likelihoodRatio(both: number, of: number, total: number, all: number): number {
  const cells = [both, of - both, total - both, all - of - total + both].map((cell) => Math.max(0, cell));
  const entropy = (counts: readonly number[]): number => {
    const sum = counts.reduce((a, b) => a + b, 0);
    return counts.reduce((out, count) => (count > 0 ? out + count * Math.log(count / sum) : out), 0);
  };
  const [a = 0, b = 0, c = 0, d = 0] = cells;
  return 2 * (entropy(cells) - entropy([a + b, c + d]) - entropy([a + c, b + d]));
}

function mostFrequent(forms: ReadonlyMap<string, number> | undefined): string {
  const [[form] = ['']] = [...(forms ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return form;
}
