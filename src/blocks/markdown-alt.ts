import type { SourceInline } from '../model/block.ts';
import type { InlineMark } from './markdown-marks.ts';

// White space at the ends of an alternative text is a mark's, and no token's.

/** The first mark at or after `from` that does not begin before `start`. */
export function firstFrom(marks: readonly InlineMark[], from: number, start: number): number {
  let index = from;
  while (marks[index]!.start < start) index++;
  return index;
}

/** The mark behind the last one before `to` that begins before `end`. */
export function lastBefore(marks: readonly InlineMark[], to: number, end: number): number {
  let index = to;
  while (index > 0 && marks[index - 1]!.start >= end) index--;
  return index;
}

/** The tokens without the line breaks and the white space at the end: there they break nothing. */
export function withoutLastBreaks(tokens: readonly SourceInline[]): SourceInline[] {
  const kept = [...tokens];
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    if (last.kind === 'text' && /\S/.test(last.text)) {
      const text = last.text.trimEnd();
      const plain = last.text.length === last.end - last.start;
      if (plain) kept[kept.length - 1] = { ...last, text, end: last.start + text.length };
      return kept;
    }
    if (last.kind !== 'text' && last.kind !== 'soft' && last.kind !== 'hard') return kept;
    kept.pop();
  }
  return kept;
}
