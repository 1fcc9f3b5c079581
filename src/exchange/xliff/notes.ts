import type { Attributes } from '../xml/feed.ts';
import type { Draft } from './segment.ts';

// Who a note of XLIFF 1.2 that Hexapla writes is from; what an update writes says `hexapla check`.
const NOTE_FROM: string = 'hexapla';
/** Who a finding is from in XLIFF 1.2. */
export const FINDING_FROM: string = 'hexapla check';
/** The category of a finding in XLIFF 2. */
export const FINDING_CATEGORY: string = 'hexapla:finding';

const OWN_CATEGORIES: ReadonlySet<string> = new Set([
  'kind',
  'instruction',
  'previous-source',
  'previous-target',
  'preceding',
  'following',
  'context',
  'comment',
]);

/** Whether a `note` of XLIFF 1.2 is one that Hexapla wrote. */
export function isOwnNote12(attributes: Attributes): boolean {
  const { from } = attributes;
  return from === NOTE_FROM || (from?.startsWith(`${NOTE_FROM} `) ?? false);
}

/** Whether a `note` of XLIFF 2 is one that Hexapla wrote. */
export function isOwnNote2(attributes: Attributes): boolean {
  const { category } = attributes;
  return category !== undefined && (OWN_CATEGORIES.has(category) || category.startsWith('hexapla:'));
}

/** Adds a translator's remark to a segment, on a line of its own. */
export function withComment(draft: Draft, note: string): void {
  const text = note.replace(/\s+/gu, ' ').trim();
  if (text !== '') draft.comment = draft.comment === undefined ? text : `${draft.comment}\n${text}`;
}
