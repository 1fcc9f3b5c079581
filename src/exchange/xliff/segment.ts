import type { Content } from '../../model/content.ts';
import type { Loose, ReturnedSegment } from '../../model/transfer.ts';
import type { Position } from '../xml/place.ts';
import type { ContentBuilder } from './content.ts';

/** A segment of a returned file while it is being read; then it is the segment as it came back. */
export type Draft = { -readonly [Key in keyof ReturnedSegment]: ReturnedSegment[Key] };

const NOT_SEEN: Content = [];
const NOT_LOOSE: Loose = { before: [], after: [] };

/** A segment of which only the start tag has been read. */
export function startDraft(id: string, unit: string | null, position: Position): Draft {
  const { line, column } = position;
  return { id, unit, line, column, source: NOT_SEEN, target: null, state: null, problem: null };
}

/** Ends a segment: without a source it cannot be told what it translates, nor with a code that has one end alone. */
export function endDraft(draft: Draft): void {
  if (draft.loose !== undefined) draft.problem ??= 'code-unpaired';
  if (draft.source !== NOT_SEEN) return;
  draft.source = [];
  draft.problem ??= 'no-source';
}

/** Puts a source or target that has been read into its segment; a second one makes the segment unreadable. */
export function endContent(draft: Draft, side: 'source' | 'target', read: ContentBuilder): void {
  const content = read.finish();
  const seen = side === 'source' ? draft.source !== NOT_SEEN : draft.target !== null;
  if (seen) draft.problem ??= 'twice';
  else draft[side] = content;
  const loose = read.takeLoose();
  if (loose !== null && !seen) {
    draft.loose = { source: NOT_LOOSE, target: NOT_LOOSE, ...draft.loose, [side]: loose };
  }
  draft.problem ??= read.problem;
  read.problem = null;
}
