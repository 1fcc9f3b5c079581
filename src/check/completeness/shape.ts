import type { CodeType } from '../../model/content.ts';
import { codeSpansOf } from '../markup/spans.ts';
import type { Edition, Pair } from '../rule.ts';
import { CODE } from '../text.ts';

/** A target that cannot be written into the document so that it stays what it is: a build would stop there. */
export interface ShapeFault {
  readonly segment: string;
  readonly kind: 'emptySpan' | 'codeSpans';
}

const MARKED: ReadonlySet<CodeType> = new Set<CodeType>(['strong', 'emphasis', 'strikethrough']);

/** The targets of an edition that would stop a build: bold type around nothing, two pieces of code side by side. Linear. */
export function shapeFaults({ pairs }: Edition): readonly ShapeFault[] {
  return pairs.flatMap((pair): ShapeFault[] => {
    if (codeSpansOf(pair.target).size === 0) return [];
    return [
      ...(hasEmptySpan(pair) ? [{ segment: pair.id, kind: 'emptySpan' } as const] : []),
      ...(hasTouchingCode(pair) ? [{ segment: pair.id, kind: 'codeSpans' } as const] : []),
    ];
  });
}

function hasEmptySpan({ target, codes }: Pair): boolean {
  return [...codeSpansOf(target).values()].some(({ id, start, end, single }) => {
    const type = codes[id]?.type;
    return !single && type !== undefined && MARKED.has(type) && target.plain.slice(start, end).trim() === '';
  });
}

/** Nothing can stand between two code spans that touch. */
function hasTouchingCode({ target, codes }: Pair): boolean {
  if (!target.plain.includes(CODE + CODE)) return false;
  const ends = new Set<number>();
  for (const { id, start, end, single } of codeSpansOf(target).values()) {
    if (!single || codes[id]?.type !== 'code') continue;
    if (ends.has(start)) return true;
    ends.add(end);
  }
  return false;
}
