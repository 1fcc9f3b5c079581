import type { SourceCatalogue, SourceEntry } from '../model/catalogue.ts';
import { normalizeText, plainText } from '../model/content.ts';
import type { Rematch, SplitSegment, SplitUnit } from '../model/split.ts';

/** What gives a document's segments and units their ids. */
export interface Assignment {
  readonly previous: SourceCatalogue | null;
  readonly units: readonly SplitUnit[];
  readonly rematch: Rematch;
  readonly newId: (prefix: 's' | 'u', text: string, taken: (id: string) => boolean) => string;
}

/** A live segment before the update, and its unit. */
interface Earlier {
  readonly id: string;
  readonly unit: { readonly id: string };
  readonly entry: SourceEntry;
}

/** The ids of all segments and units in document order. */
export function assignIds(input: Assignment, old: readonly Earlier[]): { ids: string[]; unitIds: string[] } {
  const { previous, rematch, newId } = input;
  const retired = previous?.retired ?? {};
  const segmentIds = new Set(Object.keys(retired));
  for (const { id } of old) segmentIds.add(id);
  const isSegment = (id: string): boolean => segmentIds.has(id);
  const takenUnits = new Set(previous?.units.map(({ id }) => id));
  for (const { entry } of old) if (entry.unit !== undefined) takenUnits.add(entry.unit);
  for (const { unit } of Object.values(retired)) if (unit !== undefined) takenUnits.add(unit);
  const isUnit = (id: string): boolean => takenUnits.has(id);
  const carried = previous ? carriedUnits(input, old) : [];
  const ids: string[] = [];
  // Segments and their unit in turn: the digest of a unit of one segment is at hand then.
  const unitIds = input.units.map(({ segments }, u) => {
    for (const { content } of segments) {
      const j = ids.length;
      const kept = old[rematch.carried[j] ?? -1]?.id ?? rematch.restored.get(j);
      const id = kept ?? newId('s', plainText(content), isSegment);
      segmentIds.add(id);
      ids.push(id);
    }
    const id = carried[u] ?? newId('u', unitText(segments), isUnit);
    takenUnits.add(id);
    return id;
  });
  return { ids, unitIds };
}

/** What a new unit shares with an old one. */
interface Claim {
  readonly u: number;
  readonly id: string;
  readonly shared: number;
  /** How many old units the new one shares something with. */
  readonly rivals: number;
}

/**
 * The old id of each new unit: that of the unit which most of its segments come from, be it in the document still or
 * not. The pair that shares the most comes first, so that a segment which moved takes no unit's id along.
 */
function carriedUnits(input: Assignment, old: readonly Earlier[]): (string | undefined)[] {
  const { previous, rematch, units } = input;
  const claims: Claim[] = [];
  let j = 0;
  units.forEach(({ segments }, u) => {
    const votes = new Map<string, number>();
    const homes: string[] = [];
    for (const end = j + segments.length; j < end; j++) {
      const live = old[rematch.carried[j] ?? -1];
      if (live) votes.set(live.unit.id, (votes.get(live.unit.id) ?? 0) + 1);
      const home = (live?.entry ?? previous?.retired[rematch.restored.get(j) ?? ''])?.unit;
      if (home !== undefined) homes.push(home);
    }
    for (const home of homes) votes.set(home, (votes.get(home) ?? 0) + 1);
    for (const [id, shared] of votes) claims.push({ u, id, shared, rivals: votes.size });
  });
  claims.sort((a, b) => b.shared - a.shared || a.rivals - b.rivals || a.u - b.u);
  const kept: (string | undefined)[] = [];
  const used = new Set<string>();
  for (const { u, id } of claims) {
    if (kept[u] !== undefined || used.has(id)) continue;
    kept[u] = id;
    used.add(id);
  }
  return kept;
}

function unitText(segments: readonly SplitSegment[]): string {
  const [only] = segments;
  if (segments.length === 1 && only) return plainText(only.content);
  return segments.map(({ content }) => normalizeText(plainText(content))).join(' ');
}
