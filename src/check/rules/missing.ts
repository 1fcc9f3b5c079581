import { hasText } from '../../model/content.ts';
import type { EditionRule } from '../rule.ts';

/** A segment without a target, or with one that has no text. Emptiness on purpose is said with `covers`. */
export const missing: EditionRule = {
  id: 'missing',
  scope: 'edition',
  severity: { publish: 'error', draft: 'info' },
  check: ({ standings, target, read }) =>
    standings.flatMap(({ id, target: held }) => {
      const own = target?.targets[id];
      if (own !== undefined && !hasText(read(own.text)) && (held === null || held === own)) {
        return [{ segment: id, values: { kind: 'empty' } }];
      }
      return held === null ? [{ segment: id, values: { kind: 'none' } }] : [];
    }),
};
