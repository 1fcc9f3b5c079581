import type { Span } from '../../model/finding.ts';
import { kindsOf, LETTER, LOWER, MARK, NUMBER, SURROGATE, UNSEEN, UPPER } from '../chars.ts';
import { kindsOfText, maskedOf, perText, type Text } from '../text.ts';
import { foldOf } from './fold.ts';

/** A word with a capital letter. */
export interface Capital {
  readonly key: string;
  readonly written: string;
  readonly start: number;
  /** Whether a sentence begins with it, where every word has a capital. */
  readonly first: boolean;
}

/** A capital letter, a small one, and what more belongs to the word; apostrophes and hyphens part words. */
const CAPITAL = /(?<![\p{L}\p{M}\p{N}])\p{Lu}(?=[\p{L}\p{M}]*\p{Ll})[\p{L}\p{M}\u00ad]{2,}/gu;
const STARTS = /[.!?…։:"“”„«»‘’'()[\]–—•·\-\n]/u;

/** Where the matches of `CAPITAL` are: found without it where all characters are of the basic plane and seen. */
function capitalWords(masked: string, kinds: number): readonly Span[] {
  if (kinds & (SURROGATE | UNSEEN))
    return Array.from(masked.matchAll(CAPITAL), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
  if ((kinds & UPPER) === 0) return [];
  const found: Span[] = [];
  for (let at = 0; at < masked.length; ) {
    const first = kindsOf(masked.charCodeAt(at));
    if ((first & IN_NAME) === 0) {
      at++;
      continue;
    }
    const start = at;
    let rest = 0;
    for (at++; at < masked.length; at++) {
      const own = kindsOf(masked.charCodeAt(at));
      if ((own & (LETTER | MARK)) === 0) break;
      rest |= own;
    }
    if (first & UPPER && rest & LOWER && at - start > 2) found.push({ start, end: at });
    // Digits belong to no name, and nothing that follows them begins one.
    while (at < masked.length && kindsOf(masked.charCodeAt(at)) & IN_NAME) at++;
  }
  return found;
}

const IN_NAME = LETTER | MARK | NUMBER;

/** The words of a text with a capital letter first, addresses left aside. */
export const capitalsOf: (text: Text) => readonly Capital[] = perText((text) => {
  const masked = maskedOf(text);
  const fold = foldOf(text.locale);
  const capitals: Capital[] = [];
  for (const { start: index, end } of capitalWords(masked, kindsOfText(text))) {
    const written = masked.slice(index, end);
    let before = index - 1;
    while (before >= 0 && masked[before] === ' ') before--;
    const first = before < 0 || STARTS.test(masked[before] ?? '');
    capitals.push({ key: fold(written), written, start: index, first });
  }
  return capitals;
});
