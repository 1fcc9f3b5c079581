import { compareCodes, sameCodes } from '../../model/codes.ts';
import type { CodeType } from '../../model/content.ts';
import { type CodeSpan, codeSpansOf, codesOfType, isWithin } from '../markup/spans.ts';
import type { Found, Pair, PairRule } from '../rule.ts';

/** A target whose inline codes are not those of its source, or have changed places in a way that can matter. */
export const inlineCodes: PairRule = {
  id: 'inline-codes',
  scope: 'pair',
  severity: 'error',
  check: (pair) => {
    const { source, target, codes } = pair;
    const before = codeSpansOf(source);
    const after = codeSpansOf(target);
    if (before.size + after.size === 0) return [];
    const difference = compareCodes(source.content, target.content, codes);
    if (sameCodes(difference)) return moved(pair, before, after);
    const { lost, invented, nesting } = difference;
    return [{ values: { kind: 'set', lost: told(lost), invented: told(invented), nesting: told(nesting) } }];
  },
};

/** A list as a value that words can be chosen by. */
function told(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}

type Spans = ReadonlyMap<string, CodeSpan>;

/** Codes that say something by themselves, so that it matters which of them stands first. */
const TELLING: readonly CodeType[] = ['footnote', 'link', 'image', 'code', 'autolink'];

function moved({ codes }: Pair, before: Spans, after: Spans): readonly Found[] {
  if (before.size < 2) return [];
  const turned = [...before.values()].filter(
    ({ id, parent }) => parent !== null && isWithin(after, parent, id),
  );
  if (turned.length > 0) {
    const ids = turned.flatMap(({ id, parent }) => [parent ?? '', id]);
    return [{ severity: 'warning', values: movedValues('turned', [...new Set(ids)]) }];
  }
  const within = [...after.values()].filter(
    ({ id, parent, single }) => !single && parent !== null && !isWithin(before, id, parent),
  );
  if (within.length > 0) {
    const ids = within.flatMap(({ id, parent }) => [parent ?? '', id]);
    return [{ severity: 'warning', values: movedValues('within', [...new Set(ids)]) }];
  }
  for (const type of TELLING) {
    const types = new Set([type]);
    const wanted = codesOfType(before, codes, types);
    if (wanted.length < 2) continue;
    const sayings = wanted.map((id) => `${codes[id]?.href}\n${codes[id]?.text}`);
    const order = codesOfType(after, codes, types);
    const swapped = order.filter((id, at) => sayings[wanted.indexOf(id)] !== sayings[at]);
    if (swapped.length === 0) continue;
    // Notes are numbered as they come, and two that changed places are often mixed up; links follow the words.
    const severity = type === 'footnote' ? 'warning' : 'info';
    return [{ severity, values: movedValues('order', swapped) }];
  }
  return [];
}

function movedValues(kind: 'turned' | 'within' | 'order', ids: readonly string[]): Found['values'] {
  return { kind, lost: 'none', invented: 'none', nesting: told(ids) };
}
