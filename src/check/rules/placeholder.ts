import type { PairRule } from '../rule.ts';
import { placeholdersOf, surplusOf } from '../words/placeholders.ts';

/** Placeholders that are lost, changed or invented: each must stand in the target as often as in the source. */
export const placeholder: PairRule = {
  id: 'placeholder',
  scope: 'pair',
  severity: 'error',
  check: ({ source, target }, { placeholders }) => {
    const [before, after] = [placeholdersOf(source, placeholders), placeholdersOf(target, placeholders)];
    if (before.length === 0 && after.length === 0) return [];
    const lost = surplusOf(before, after);
    const invented = surplusOf(after, before);
    if (lost.length + invented.length === 0) return [];
    const names = (list: typeof lost): string => list.map(({ name }) => name).join(', ') || 'none';
    const [first] = invented;
    return [
      {
        values: { lost: names(lost), invented: names(invented) },
        ...(first && { at: { start: first.start, end: first.end } }),
      },
    ];
  },
};
