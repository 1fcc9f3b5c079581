import type { AcrossRule, FoundInEdition } from '../rule.ts';

/** Segments of a file that comes back that are out of order or there twice. What is found is told by `orderFindings`. */
export const order: AcrossRule = {
  id: 'order',
  scope: 'across',
  severity: 'error',
  judge: () => [],
};

/** A file of exchange, as far as the order of its segments goes. */
export interface FileOrder {
  /** Ids in the order of the file, one for each time that it is there. */
  readonly file: readonly string[];
  /** Ids of the document's live segments in their order. */
  readonly source: readonly string[];
}

/**
 * What is wrong with the order of a file's segments: ids that are there twice, and the fewest that would have to move
 * for the rest to be in the document's order. Ids that the document does not have say nothing. Near linear.
 */
export function orderFindings({ file, source }: FileOrder): readonly FoundInEdition[] {
  const places = new Map(source.map((id, at) => [id, at]));
  const seen = new Set<string>();
  const twice = new Set<string>();
  const known: string[] = [];
  for (const id of file) {
    if (seen.has(id)) twice.add(id);
    else if (places.has(id)) known.push(id);
    seen.add(id);
  }
  const kept = longestRun(known.map((id) => places.get(id) ?? 0));
  const moved = known.filter((_, at) => !kept.has(at));
  return [
    ...[...twice].map((id) => ({ segment: id, values: { kind: 'twice', id } })),
    ...moved.map((id) => ({ segment: id, values: { kind: 'moved', id } })),
  ];
}

/** The places of a longest rising run in a list of different numbers (patience sorting). */
function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at);
  return run;
}
