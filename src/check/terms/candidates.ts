import type { Text } from '../text.ts';
import { type Phrase, phrasesOf } from './phrases.ts';

/** A phrase of the source that recurs, so that it may be a term. */
export interface Candidate {
  /** As it is written most often. */
  readonly term: string;
  readonly key: string;
  readonly kind: 'term' | 'name';
  /** How often it stands in the source. */
  readonly count: number;
  /** Its weight: frequent and long phrases weigh more, those that stand only within longer ones less (a C-value). */
  readonly weight: number;
}

interface Counted {
  readonly length: number;
  count: number;
  capitals: number;
  readonly written: Map<string, number>;
  /** How often it stands in longer candidates in all, in that which holds it most often, and in how many. */
  nested: number;
  mostly: number;
  readonly within: Set<string>;
}

/** What is asked of candidates. */
export interface CandidateOptions {
  /** How often a phrase must stand in the source. */
  readonly least: number;
  /** How many are given. */
  readonly most: number;
  /** Whether a phrase is no candidate, for it is known. */
  readonly isKnown: (key: string) => boolean;
  readonly kind?: Candidate['kind'] | null;
}

/**
 * The phrases of a source that recur, the weightiest first: those of several words, and single words with a capital
 * letter within a sentence. (After Frantzi, Ananiadou, Mima 2000, “Automatic recognition of multi-word terms: the
 * C-value/NC-value method”.) Near linear in the length of the texts.
 */
export function candidatesIn(texts: Iterable<Text>, options: CandidateOptions): Candidate[] {
  const { least, most, isKnown, kind = null } = options;
  const all = counted(texts);
  for (const [key, { count }] of all) if (count < least) all.delete(key);
  nest(all);
  const candidates = [...all].flatMap(([key, entry]) => {
    const candidate = candidateOf(key, entry);
    const fits = candidate !== null && !isKnown(key) && (kind === null || candidate.kind === kind);
    return fits ? [candidate] : [];
  });
  return candidates.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)).slice(0, most);
}

/** So many different phrases are counted; beyond them those that stood only once so far are forgotten. */
const MOST_PHRASES = 400_000;

function counted(texts: Iterable<Text>): Map<string, Counted> {
  const all = new Map<string, Counted>();
  for (const text of texts) {
    for (const { key, written, length, capital } of phrasesOf(text)) {
      const entry = all.get(key) ?? newEntry(length);
      all.set(key, entry);
      entry.count++;
      if (capital) entry.capitals++;
      entry.written.set(written, (entry.written.get(written) ?? 0) + 1);
    }
    if (all.size > MOST_PHRASES) for (const [key, { count }] of all) if (count < 2) all.delete(key);
  }
  return all;
}

function newEntry(length: number): Counted {
  return { length, count: 0, capitals: 0, written: new Map(), nested: 0, mostly: 0, within: new Set() };
}

/** Counts for each phrase how often it stands in longer ones. */
function nest(all: ReadonlyMap<string, Counted>): void {
  for (const [key, { count, length }] of all) {
    if (length < 2) continue;
    for (const part of partsOf(key)) {
      const inner = all.get(part);
      if (!inner || inner.within.has(key)) continue;
      inner.within.add(key);
      inner.nested += count;
      inner.mostly = Math.max(inner.mostly, count);
    }
  }
}

/** The phrases within a phrase. */
function partsOf(key: string): string[] {
  const words = key.split(' ');
  const parts: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (to - from < words.length) parts.push(words.slice(from, to).join(' '));
    }
  }
  return parts;
}

/** A phrase that stands so often in a longer one is a part of that. */
const MOSTLY = 0.8;

function candidateOf(key: string, entry: Counted): Candidate | null {
  const { length, count, capitals, written, nested, mostly, within } = entry;
  const isName = capitals >= MOSTLY * count && capitals >= 2;
  if (length === 1 && !isName) return null;
  if (mostly >= MOSTLY * count) return null;
  const alone = within.size === 0 ? count : count - nested / within.size;
  const weight = Math.log2(length + 1) * Math.max(alone, 0);
  if (weight <= 0) return null;
  const [[term] = [key]] = [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { term, key, kind: isName ? 'name' : 'term', count, weight: Math.round(weight * 100) / 100 };
}

/** A phrase with the words of its plural or its inflections made one, roughly: their first letters. */
export function looseKey({ key }: Pick<Phrase, 'key'>): string {
  return key
    .split(' ')
    .map((word) => (word.length > LOOSE ? word.slice(0, LOOSE) : word))
    .join(' ');
}

const LOOSE = 5;
