import { typographyOf } from '../../languages/typography.ts';
import type { Span } from '../../model/finding.ts';
import { BRACKET, kindsOf, LETTER, NUMBER, QUOTE, SPACE, SURROGATE, UNSEEN } from '../chars.ts';
import { maskedOf, perText, type Text } from '../text.ts';
import { marksOf } from './classes.ts';
import { quotesOf } from './quotes.ts';

/** A mark with a word before it, and something after it without a space. */
const GLUED =
  /(?<![\p{L}\p{M}\p{N}'’ʼ-])([\p{L}\p{M}\p{N}'’ʼ-]+)([)\]»”’"]?)([,;:.!?،؛؟։՝।۔])[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]*(?=([\p{L}\p{N}("“„«‘‚]))/gu;
const HAS_GLUED = /[,;:.!?،؛؟։՝।۔][\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]*[\p{L}\p{N}("“„«‘‚]/u;
const AFTER = /[\p{L}\p{M}\p{N}]*/uy;
const LETTERS = /\p{L}\p{M}*/gu;
const CASED = /[\p{Lu}\p{Ll}]/u;
/** Marks that stand between letters for other reasons too: after them only a capital letter says that a word begins. */
const CAREFUL = '.:!?';

/** Urdu has its full stop within initials too, told by their names. */
const LONGEST_URDU_INITIAL = 3;

const GLUING = new Set(Array.from(',;:.!?،؛؟։՝।۔', (mark) => mark.charCodeAt(0)));

/** Whether a text has a mark with a letter, a digit or a quotation behind it; what is unseen between them is left to the pattern. */
function hasGlued(masked: string): boolean {
  for (let at = 0; at + 1 < masked.length; at++) {
    const unit = masked.charCodeAt(at);
    if (kindsOf(unit) & (LETTER | SPACE) || !GLUING.has(unit)) continue;
    if (kindsOf(masked.charCodeAt(at + 1)) & AFTER_MARK) return HAS_GLUED.test(masked);
  }
  return false;
}

const AFTER_MARK = LETTER | NUMBER | QUOTE | BRACKET | UNSEEN | SURROGATE;

/** Where words are glued to the mark before them. */
export function gluedMarks(text: Text): Span[] {
  const masked = maskedOf(text);
  if (typographyOf(text.locale).unspaced || !hasGlued(masked)) return [];
  const found: Span[] = [];
  for (const match of masked.matchAll(GLUED)) {
    const { 0: whole, 1: word = '', 2: closer = '', 3: mark = '', 4: next = '', index } = match;
    const end = index + whole.length;
    const place = index + word.length + closer.length;
    if (isGlued(text, masked, { word, mark, next, start: index, end }))
      found.push({ start: place, end: end + 1 });
  }
  return found;
}

interface Glue {
  readonly word: string;
  readonly mark: string;
  readonly next: string;
  readonly start: number;
  /** Where what follows begins. */
  readonly end: number;
}

function isGlued(text: Text, masked: string, { word, mark, next, start, end }: Glue): boolean {
  if (masked.charAt(start - 1) === '&' && mark === ';') return false;
  if (/["“„«‘‚]/.test(next)) return openingsOf(text).has(end) && isWord(word);
  if (next === '(') return isWord(word) && (!CAREFUL.includes(mark) || isEndOfSentence(text, word, mark));
  AFTER.lastIndex = end;
  const after = AFTER.exec(masked)?.[0] ?? '';
  if (/^\p{N}/u.test(after)) return ',;،؛'.includes(mark) && isWord(word);
  if (/\p{N}$/u.test(word)) return ',;،؛'.includes(mark);
  if (!isWord(word) && (CAREFUL.includes(mark) || !/^\p{Ll}$/u.test(word) || letterCount(after) < 2))
    return false;
  if (mark === '۔') return letterCount(word) > LONGEST_URDU_INITIAL;
  if (!CAREFUL.includes(mark)) return true;
  return (
    isCapitalOrCaseless(after) && isEndOfSentence(text, word, mark) && !isHostLike(masked, start, word, after)
  );
}

/** The places of a text's opening quotation marks. */
const openingsOf = perText((text: Text): ReadonlySet<number> => {
  const { pairs, single } = quotesOf(text);
  const alone = single.filter(({ role }) => role === 'open');
  return new Set([...pairs.map(({ open }) => open.at), ...alone.map(({ at }) => at)]);
});

/** Whether something is a word, and no initial, number or letter of a list. */
function isWord(word: string): boolean {
  return letterCount(word) >= 2 || /\p{M}/u.test(word);
}

function letterCount(word: string): number {
  return word.match(LETTERS)?.length ?? 0;
}

/** Whether a word begins with a capital letter that others follow, or is of a script without capitals. */
function isCapitalOrCaseless(word: string): boolean {
  return (
    !CASED.test(word.charAt(0)) || /^\p{Lu}(?:\P{Lu}|$)/u.test(word) || /^\p{Script=Georgian}/u.test(word)
  );
}

function isEndOfSentence({ locale }: Text, word: string, mark: string): boolean {
  if (mark === ':') return true;
  return mark !== '.' || (!marksOf(locale).abbreviations.has(word.toLowerCase()) && !/^\p{Lu}+$/u.test(word));
}

/** Names with marks in them: `ASP.Net`, `System.Out`, `Bürger:Innen`. */
function isHostLike(masked: string, start: number, word: string, after: string): boolean {
  if (/[.:\\/_]/.test(masked.charAt(start - 1))) return true;
  return /^In(?:nen)?$/.test(after) || (/^[A-Z]\w*[A-Z]/.test(word) && /^[A-Z]/.test(after));
}
