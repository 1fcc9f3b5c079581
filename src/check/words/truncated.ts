import { UNFINISHED } from '../../languages/unfinished.ts';
import type { Span } from '../../model/finding.ts';
import { perText, type Text, type Word, wordsOf } from '../text.ts';
import { endingOf, lacksEndMark } from './ends.ts';

const lists = new Map<string, ReadonlySet<string>>();

function unfinished(subtag: string): ReadonlySet<string> {
  let words = lists.get(subtag);
  if (!words) {
    words = new Set((UNFINISHED[subtag] ?? '').split(' ').filter((word) => word !== ''));
    lists.set(subtag, words);
  }
  return words;
}

/** The last word of a text where nothing but what ends a sentence stands behind it; null for any other end. */
const lastWordOf: (text: Text) => Word | null = perText((text) => {
  const { kind, end } = endingOf(text);
  if (kind !== 'word') return null;
  const word = wordsOf(text).at(-1);
  return word?.end === end ? word : null;
});

/** The word at the end of a text with which no sentence of the language ends, if there is one. */
function unfinishedWord(text: Text): Word | null {
  const word = lastWordOf(text);
  if (!word || wordsOf(text).length < 2) return null;
  // Behind an apostrophe stands what was elided: `l'`.
  return unfinished(text.subtag).has(word.text.toLowerCase()) ? word : null;
}

const OPENING = /[([{（［【«「『《〈]/gu;
const CLOSING = /[)\]}）］】»」』》〉]/gu;

/** Whether a bracket is opened and never closed. Some languages turn their quotation marks round: « counts with ». */
function isOpen({ plain }: Text): boolean {
  const open = plain.match(OPENING)?.length ?? 0;
  return open > 0 && open > (plain.match(CLOSING)?.length ?? 0);
}

/** By what one sees that a text was cut off, and where. */
export interface Cut {
  readonly kind: 'comma' | 'word' | 'bracket' | 'short';
  readonly at: Span;
}

/** How much shorter than usual a text without its final mark is at the least, as a logarithm, to be taken for cut off. */
const SHORTER = 0.17;

/**
 * Where a target ends in the middle of a sentence; null where it does not. A missing full stop alone is none. `shortness`
 * is the logarithm of how much shorter than usual the target is, by what is common for its size.
 */
export function cutOf(source: Text, target: Text, shortness: number): Cut | null {
  const { kind, end } = endingOf(target);
  if (kind !== 'word' && kind !== 'comma') return null;
  if (kind === 'comma') {
    const before = endingOf(source);
    // Armenian has its ՝ where others have a colon.
    const goesOn = before.kind === 'comma' || before.kind === 'code' || source.plain[before.end - 1] === ':';
    return goesOn ? null : { kind: 'comma', at: { start: end - 1, end } };
  }
  const lacks = lacksEndMark(source, target);
  const word = unfinishedWord(target);
  const at = { start: word?.start ?? Math.max(0, end - 1), end };
  if (
    word &&
    ((lacks && endingOf(source).kind === 'final') ||
      (endingOf(source).kind === 'word' && !unfinishedWord(source)))
  )
    return { kind: 'word', at };
  if (!lacks) return null;
  if (isOpen(target) && !isOpen(source)) return { kind: 'bracket', at };
  return shortness > SHORTER ? { kind: 'short', at } : null;
}
