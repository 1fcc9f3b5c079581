import type { ParsedDocument } from '../../model/block.ts';
import type { EditionRule, FoundInEdition } from '../rule.ts';

/** Text of the source that cannot be split, so that it stands untranslated in every edition. */
export const opaque: EditionRule = {
  id: 'opaque',
  scope: 'edition',
  source: true,
  severity: 'warning',
  check: ({ parsed }) => found(parsed),
};

function found({ text, opaque: ranges }: ParsedDocument): FoundInEdition[] {
  let line = 1;
  let at = 0;
  return ranges.map(({ kind, start }) => {
    for (; at < start; at++) if (text.charCodeAt(at) === 10) line++;
    return { segment: null, values: { kind, line } };
  });
}
