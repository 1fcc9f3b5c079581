import type { Edit, Span } from '../../model/finding.ts';

/** A mark whose space is wrong: what stands there, and the edits that mend it. */
export interface SpaceFault {
  readonly kind: 'missing' | 'breaking' | 'extra';
  readonly mark: string;
  readonly at: Span;
  readonly fix: readonly Edit[];
}

/** A mark with spaces before it, something that it can end before those, and nothing that it could begin after it. */
const SPACED =
  /(?<=[\p{L}\p{M}\p{N}%)\]}»”"’'›*])([ \u00a0\u202f\u2009\t]+)([,.;:!?،؛؟。，、；：！？։՝।॥።፣፤])(?=[\s\uFFFC)\]}»”"’'›]|$)/gu;
const HAS_SPACED = /[ \u00a0\u202f\u2009\t][,.;:!?،؛؟。，、；：！？։՝।॥።፣፤]/;

/**
 * Spaces before marks in a text, addresses masked, but for those before the marks in `right`; where `thinIsRight`, a space
 * that does not break is right before marks that end sentences.
 */
export function extraSpaces(masked: string, right: string, thinIsRight: boolean): SpaceFault[] {
  if (!HAS_SPACED.test(masked)) return [];
  const faults: SpaceFault[] = [];
  for (const { 1: space = '', 2: mark = '', index } of masked.matchAll(SPACED)) {
    const place = index + space.length;
    if (right.includes(mark) || (thinIsRight && ';!?'.includes(mark) && /^[\u00a0\u202f]$/.test(space)))
      continue;
    if (isApart(masked, index, place, mark)) continue;
    const fix: Edit[] = [];
    for (let at = index; at < place; at++) fix.push({ start: at, end: at + 1, text: '' });
    faults.push({ kind: 'extra', mark, at: { start: index, end: place + 1 }, fix });
  }
  return faults;
}

/** Marks that stand by themselves: an ellipsis, a ratio, a face. */
function isApart(masked: string, index: number, place: number, mark: string): boolean {
  const after = masked.slice(place + 1, place + 4);
  if (mark === '.' && /^\s?\./.test(after)) return true;
  if (mark === ':' && /\d/.test(masked.charAt(index - 1)) && /^\s?\d/.test(after)) return true;
  return isEmoticon(masked, place);
}

/** Whether a mark is the eyes of a face: `:)`, `;-)`. */
export function isEmoticon(masked: string, index: number): boolean {
  return /^[:;][-']?[()DPp|/\\]/.test(masked.slice(index, index + 3));
}
