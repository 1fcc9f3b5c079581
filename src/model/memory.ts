import type { Origin, State } from './catalogue.ts';
import type { Codes } from './content.ts';

/** A wording and its translation, both in stored form, that may serve again. */
export interface MemoryPair {
  readonly document: string;
  /** The segment that it belongs to, live or retired. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** What the code numbers in both stand for. */
  readonly codes: Codes;
  readonly state: State;
  readonly origin: Origin;
  /** The normal texts of the segments around it; null at the ends of the document, and where they are not known. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A segment that translations are looked for. */
export interface MemoryQuery {
  readonly document: string;
  readonly id: string;
  readonly source: string;
  readonly codes: Codes;
  readonly before: string | null;
  readonly after: string | null;
  /** What the segment was translated by before an edit, a split or a merge. */
  readonly previous: readonly MemoryPair[];
}

/** A pair that was found, and how alike the two sources are (0 to 100). */
export interface MemoryMatch {
  readonly pair: MemoryPair;
  readonly similarity: number;
  readonly kind: 'ice' | 'exact' | 'fuzzy' | 'previous';
}

/** The translations of a project in one locale. `candidates` gives at most three, best first. */
export interface Memory {
  readonly candidates: (query: MemoryQuery) => readonly MemoryMatch[];
}
