import type { Comment, SourceEntry, Wording } from '../model/catalogue.ts';
import { isDraft } from '../model/row.ts';
import type { TransferNote, TransferTerm } from '../model/transfer.ts';
import type { Earlier } from './candidates.ts';
import { showChange } from './change.ts';
import type { Words } from './input.ts';
import { readable } from './stored.ts';

/** Every key that `makeTransfer` asks its words for. */
export const NOTE_KEYS: readonly string[] = [
  'note.kind.heading',
  'note.kind.paragraph',
  'note.kind.item',
  'note.kind.quote',
  'note.kind.cell',
  'note.kind.footnote',
  'note.kind.alt',
  'note.kind.title',
  'note.kind.frontMatter',
  'note.machineDrafts',
  'note.machineDraft',
  'note.stale',
  'note.staleUnknown',
  'note.change',
  'note.staleTarget',
  'note.splitFrom',
  'note.tookIn',
  'note.covered',
  'note.comment',
  'note.keep',
  'note.sizeLimit',
  'note.term',
  'note.preceding',
  'note.precedingWith',
  'note.following',
  'note.followingWith',
];

/** What is known of a segment that its translator should know too. */
export interface SegmentFacts {
  readonly entry: SourceEntry;
  /** Its own target, where it has one. */
  readonly own: Earlier | undefined;
  readonly stale: boolean;
  /** The wording that a stale target was made from, where it is known. */
  readonly previous: Wording | undefined;
  /** The segment that this one was a part of, for one that is missing. */
  readonly split: Earlier | undefined;
  /** Segments that went into this one, for one that is missing or stale. */
  readonly took: readonly Earlier[];
  /** The segment whose target translates this one too. */
  readonly coveredBy: string | undefined;
  readonly kept: boolean;
  /** What people remarked, on its target and where it had none. */
  readonly comments: readonly Comment[];
  readonly terms: readonly TransferTerm[];
}

type Note = [category: TransferNote['category'], key: string, values?: Record<string, string>];

/** The notes on one segment but those of its surroundings: what it was, who said what, and what binds its translation. */
export function segmentNotes(facts: SegmentFacts, words: Words): TransferNote[] {
  const { own, split, took, coveredBy, kept } = facts;
  const notes: TransferNote[] = [];
  const add = (...[category, key, values]: Note): void => {
    notes.push({ category, text: values === undefined ? words(key) : words(key, values) });
  };
  if (facts.stale && own !== undefined) notes.push(...staleNotes(facts, own, words));
  if (split !== undefined) add('previous-target', 'note.splitFrom', { text: readable(split.target.text) });
  if (own !== undefined && isDraft(own.target)) add('context', 'note.machineDraft');
  for (const { text, by } of facts.comments) add('comment', 'note.comment', { text, by: by ?? 'none' });
  for (const { target } of took) add('previous-target', 'note.tookIn', { text: readable(target.text) });
  if (coveredBy !== undefined) add('context', 'note.covered', { segment: coveredBy });
  if (kept) add('context', 'note.keep');
  for (const term of kept ? [] : facts.terms) add('context', 'note.term', termValues(term));
  return notes;
}

/** What a stale target was made from, what has changed since, and the target itself: its place is written over. */
function staleNotes({ entry, previous }: SegmentFacts, own: Earlier, words: Words): TransferNote[] {
  if (previous === undefined) return [{ category: 'context', text: words('note.staleUnknown') }];
  const before = readable(previous.text);
  const notes: TransferNote[] = [
    { category: 'previous-source', text: words('note.stale', { text: before }) },
  ];
  const change = showChange(before, readable(entry.text)) || changedLinks(previous, entry);
  if (change !== '') notes.push({ category: 'context', text: words('note.change', { change }) });
  const text = readable(own.target.text);
  return [...notes, { category: 'previous-target', text: words('note.staleTarget', { text }) }];
}

/** Where the words are the same: the links and texts of codes that are not. */
function changedLinks(before: Wording, now: Wording): string {
  const told = ({ codes }: Wording, id: string): string => codes[id]?.href ?? codes[id]?.text ?? '';
  return Object.keys({ ...before.codes, ...now.codes })
    .map((id) => [told(before, id), told(now, id)] as const)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => `${one === '' ? '' : `[-${one}-]`}${other === '' ? '' : `{+${other}+}`}`)
    .join(' ');
}

function termValues({ term, translations, forbidden, definition }: TransferTerm): Record<string, string> {
  const list = (forms: readonly string[]): string => (forms.length === 0 ? 'none' : forms.join(' / '));
  return {
    term,
    translations: list(translations),
    forbidden: list(forbidden),
    definition: definition ?? 'none',
  };
}
