import type { Edition, EditionRule, FoundInEdition, Pair } from '../rule.ts';
import { perText, type Text, wordsOf } from '../text.ts';
import { foldedOf } from '../words/wordings.ts';

/** Different sources with the same target; texts of fewer than four words may rightly come together. */
export const inconsistentSource: EditionRule = {
  id: 'inconsistent-source',
  scope: 'edition',
  severity: 'info',
  check: (edition) =>
    [...sharedTargets(edition).values()].flatMap((group): FoundInEdition[] =>
      group.flatMap((pair) => {
        const other = group.find(({ source }) => coreOf(source) !== coreOf(pair.source));
        if (!other) return [];
        const { plain } = other.source;
        return [{ segment: pair.id, values: { other: plain.slice(0, 80).trim(), segment: other.id } }];
      }),
    ),
};

/** The fewest words on each side. */
const FEWEST = 4;

function sharedTargets({ pairs }: Edition): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (pair.stale !== null) continue;
    const key = pair.target.plain;
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  for (const [key, [first, ...others]] of groups) {
    if (!first || others.length === 0 || !areLong(first, others)) groups.delete(key);
  }
  return groups;
}

function areLong(first: Pair, others: readonly Pair[]): boolean {
  if (wordsOf(first.target).length < FEWEST) return false;
  return [first, ...others].every(({ source }) => wordsOf(source).length >= FEWEST);
}

/** What a source says: its letters and digits, case and marks aside. */
const coreOf: (text: Text) => string = perText((text) =>
  foldedOf(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim(),
);
