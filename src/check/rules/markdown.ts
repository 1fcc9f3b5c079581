import type { CodeType } from '../../model/content.ts';
import { type Literal, literalsOf } from '../markup/literal.ts';
import { codeSpansOf, codesOfType } from '../markup/spans.ts';
import type { Found, Pair, PairRule } from '../rule.ts';

/** Markup of a target that is not its source's: typed as characters, or gone. */
export const markdown: PairRule = {
  id: 'markdown',
  scope: 'pair',
  severity: 'error',
  check: (pair) => [...typed(pair), ...counted(pair)],
};

/** Markup typed as characters: a reader would see it, for it is written so that it says what it says here. */
function typed({ source, target }: Pair): readonly Found[] {
  const there = literalsOf(target);
  if (there.length === 0) return [];
  const own = literalsOf(source);
  const count = (all: readonly Literal[], kind: string): number =>
    all.filter((one) => one.kind === kind).length;
  return [...new Set(there.map(({ kind }) => kind))].flatMap((kind): Found[] => {
    const first = there.find((one) => one.kind === kind);
    if (!first || count(there, kind) <= count(own, kind)) return [];
    const { raw, start, end } = first;
    return [{ values: { kind: 'typed', type: kind, raw, want: 0, have: 0 }, at: { start, end } }];
  });
}

/** What a reader would miss. Bold type and the like are told by `inline-codes` alone. */
const COUNTED: readonly CodeType[] = ['link', 'image', 'footnote', 'code'];

function counted({ source, target, codes }: Pair): readonly Found[] {
  const own = codeSpansOf(source);
  const there = codeSpansOf(target);
  if (own.size === 0 || [...own.keys()].every((id) => there.has(id))) return [];
  return COUNTED.flatMap((type): Found[] => {
    const types = new Set<CodeType>(type === 'link' ? ['link', 'autolink'] : [type]);
    const want = codesOfType(own, codes, types).length;
    const have = codesOfType(there, codes, types).length;
    return have === want ? [] : [{ values: { kind: 'count', type, raw: '', want, have } }];
  });
}
