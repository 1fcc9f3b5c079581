import { hash } from 'node:crypto';
import type { UnitKind } from '../../model/block.ts';
import type { Edition, Pair } from '../rule.ts';
import { perText, type Text, wordsOf } from '../text.ts';

/** A text as it is compared with others: NFC, runs of white space as one space, its first letter small, nothing unseen. */
export const foldedOf: (text: Text) => string = perText(({ plain }) => {
  let folded = plain.normalize('NFC');
  if (UNSEEN.test(folded)) folded = folded.replace(ALL_UNSEEN, '');
  if (UNEVEN.test(folded)) folded = folded.replace(/\s+/g, ' ').trim();
  const at = folded.search(/\p{L}/u);
  const first = at < 0 ? '' : String.fromCodePoint(folded.codePointAt(at) ?? 0);
  const lower = first.toLowerCase();
  return first === lower ? folded : folded.slice(0, at) + lower + folded.slice(at + first.length);
});

/** Direction marks, joiners, soft hyphens: what nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const ALL_UNSEEN = new RegExp(UNSEEN, 'g');
/** White space that is not one ordinary space between two words. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/** A fingerprint of a text: 60 bits of SHA-1 in base64url. */
const fingerprintOf: (text: Text) => string = perText((text) =>
  hash('sha1', foldedOf(text), 'base64').slice(0, 10).replaceAll('+', '-').replaceAll('/', '_'),
);

/** Kinds of units within which equal sources need equal targets: a heading may be told in other words than a sentence. */
function groupOf(kind: UnitKind): string {
  if (kind === 'heading' || kind === 'title' || kind === 'frontMatter') return 'h';
  return kind === 'cell' || kind === 'alt' ? kind.charAt(0) : 't';
}

/** One segment's wording: what is compared, and as much of the target as a message shows. */
export interface Wording {
  readonly source: string;
  readonly target: string;
  readonly id: string;
  readonly shown: string;
}

/** Sources of more words than this are noted only where they stand twice in their document. */
const SHORT = 12;
/** How much of a wording is kept to be shown, in UTF-16 units. */
const SHOWN = 48;

/**
 * What an edition has of wordings that may differ elsewhere: a line a segment with its source's fingerprint, its target's,
 * its id and the target's beginning. One text, so that a million of them take little room. Null where there are none.
 */
export function wordingNotes({ pairs }: Edition): string | null {
  const keys = pairs.map((pair) => (isCompared(pair) ? keyOf(pair) : null));
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const lines = pairs.flatMap(({ id, source, target }, at) => {
    const key = keys[at] ?? null;
    if (key === null || ((counts.get(key) ?? 0) < 2 && wordsOf(source).length > SHORT)) return [];
    const shown = target.plain.replace(/\s+/g, ' ').trim();
    return [
      `${key} ${fingerprintOf(target)} ${id} ${shown.length > SHOWN ? `${shown.slice(0, SHOWN - 1)}…` : shown}`,
    ];
  });
  return lines.length === 0 ? null : lines.join('\n');
}

function isCompared({ stale, source }: Pair): boolean {
  return stale === null && /\p{L}{2}/u.test(source.plain);
}

function keyOf({ kind, source }: Pair): string {
  return groupOf(kind) + fingerprintOf(source);
}

/** Reads the notes of an edition. */
export function readWordings(notes: unknown): readonly Wording[] {
  if (typeof notes !== 'string') return [];
  return notes.split('\n').map((line) => {
    const [source = '', target = '', id = ''] = line.split(' ', 3);
    return { source, target, id, shown: line.slice(source.length + target.length + id.length + 3) };
  });
}
