import { hash } from 'node:crypto';
import { reaches, type State } from '../model/catalogue.ts';
import type { Approval } from '../model/publication.ts';
import type { Standing } from '../model/row.ts';
import { hashWording } from './hash.ts';

/**
 * Who approved which of a locale's targets, and when: those that are reviewed or final, by person, day and state, in the
 * order of their first segments. A target that somebody approved without a name is not told of. Linear.
 */
export function approvalsOf(standings: readonly Standing[]): readonly Approval[] {
  const groups = new Map<string, { by: string; on: string | null; state: State; of: Standing[] }>();
  for (const standing of standings) {
    const { target } = standing;
    if (!target?.by || !reaches(target.state, 'reviewed')) continue;
    const { by, on = null, state } = target;
    const key = JSON.stringify([by, on, state]);
    const group = groups.get(key);
    if (group) group.of.push(standing);
    else groups.set(key, { by, on, state, of: [standing] });
  }
  return [...groups.values()].map(({ of, ...who }) => ({
    ...who,
    segments: of.map(({ id }) => id),
    digest: wordingsDigest(of),
  }));
}

/** Fingerprint of what was approved: each segment with its source's wording and its target's. */
function wordingsDigest(of: readonly Standing[]): string {
  const wordings = of.map(({ id, entry, target, holder }) => [
    id,
    hashWording(entry),
    holder === id ? (target?.text ?? '') : holder,
  ]);
  return hash('sha256', JSON.stringify(wordings)).slice(0, 16);
}
