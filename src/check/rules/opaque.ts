import type { ParsedDocument } from '../../model/block.ts';
import type { Found, Rule } from '../rule.ts';

/** Text of the source that cannot be split, so that it stands untranslated in every edition. */
export const opaque: Rule = {
  id: 'opaque',
  check: ({ parsed, locale }) => (locale === null ? found(parsed) : []),
};

function found({ text, opaque: ranges }: ParsedDocument): Found[] {
  let line = 1;
  let at = 0;
  return ranges.map(({ kind, start }) => {
    for (; at < start; at++) if (text.charCodeAt(at) === 10) line++;
    return { severity: 'warning', segment: null, values: { kind, line } };
  });
}
