import { type SourceEntry, STATES, type State } from '../model/catalogue.ts';
import { plainText } from '../model/content.ts';
import type { Standing } from '../model/row.ts';
import { contentOf } from './hash.ts';
import { countWords } from './words.ts';

/** How much of a source: segments, words as ICU counts them, and characters (code points, codes left aside). */
export interface Size {
  readonly segments: number;
  readonly words: number;
  readonly characters: number;
}

/** How much of a source is in each state, and how much has no target: together they are all of it. */
export type SizesByState = Readonly<Record<State | 'missing', Size>>;

const NONE: Size = { segments: 0, words: 0, characters: 0 };

/** Entries are shared by all locales of a document, so that each is measured once. */
const known = new WeakMap<SourceEntry, Size>();

/** How long a source segment is. */
export function sizeOf(entry: SourceEntry): Size {
  const found = known.get(entry);
  if (found) return found;
  const plain = plainText(contentOf(entry.text));
  const size = { segments: 1, words: countWords(plain), characters: codePoints(plain) };
  known.set(entry, size);
  return size;
}

function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next >= 0xdc00 && next <= 0xdfff) count--;
  }
  return count;
}

/** Measures a locale's standings by the states of their targets. Linear. */
export function sizesByState(list: readonly Standing[]): SizesByState {
  const sizes = new Map<State | 'missing', Size>([
    ['missing', NONE],
    ...STATES.map((state) => [state, NONE] as const),
  ]);
  for (const { entry, target } of list) {
    const state = target?.state ?? 'missing';
    sizes.set(state, sum(sizes.get(state) ?? NONE, sizeOf(entry)));
  }
  return Object.fromEntries(sizes) as Record<State | 'missing', Size>;
}

/** Adds two sizes. */
export function sum(one: Size, other: Size): Size {
  return {
    segments: one.segments + other.segments,
    words: one.words + other.words,
    characters: one.characters + other.characters,
  };
}
