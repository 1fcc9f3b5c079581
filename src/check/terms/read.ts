import { type Affixes, affixesOf } from '../../languages/affixes.ts';
import { lexiconOf } from '../../languages/lexicon.ts';
import {
  type FormPart,
  fitsPart,
  isUnspaced,
  partsOf,
  type Tokens,
  tokensOf,
} from '../../model/form-tree.ts';
import { maskedOf, perText, type Text, wordsOf } from '../text.ts';
import { foldOf } from './fold.ts';

/** A text's tokens as terms are looked up in them; what stands in addresses is no term. */
export const termTokensOf: (text: Text) => Tokens = perText((text) =>
  tokensOf(maskedOf(text), foldOf(text.locale)),
);

/** The same tokens as they are written (NFC). */
export const writtenTokensOf: (text: Text) => Tokens = perText((text) => {
  const tokens = termTokensOf(text);
  return {
    ...tokens,
    keys: tokens.starts.map((start, at) => text.plain.slice(start, tokens.ends[at]).normalize('NFC')),
  };
});

const affixes = new Map<string, Affixes>();

/** The affixes of a locale's language. */
export function affixesIn(locale: string): Affixes {
  const known = affixes.get(locale);
  if (known) return known;
  const [own = ''] = locale.toLowerCase().split('-', 1);
  const made = affixesOf(own, lexiconOf(locale).nameEndings);
  affixes.set(locale, made);
  return made;
}

/** A form of a locale, ready to be looked for. */
export interface ReadForm {
  readonly form: string;
  readonly parts: readonly FormPart[];
  /** Its words as they are written, where their case counts: `US` is not `us`. */
  readonly written: readonly string[] | null;
}

/** Reads a form by the rules of its locale. `exact` makes case count whatever the form is. */
export function readForm(form: string, locale: string, exact = false): ReadForm {
  const fold = foldOf(locale);
  const { bare } = affixesIn(locale);
  const parts = partsOf(form, fold).map(({ key, stem }) => ({ key: bare(key), stem }));
  const isWritten = exact || isAcronym(form);
  const written = isWritten ? partsOf(form, (token) => token.normalize('NFC')).map(({ key }) => key) : null;
  return { form, parts, written };
}

/** Whether a form has capital letters only, two at least. */
function isAcronym(form: string): boolean {
  return /\p{Lu}[^\p{L}]*\p{Lu}/u.test(form) && !/\p{Ll}/u.test(form);
}

/** Whether a form's words stand in a text from a token on as they are written, stems longer. */
export function isWrittenSo({ parts, written }: ReadForm, { keys }: Tokens, from: number): boolean {
  if (written === null) return true;
  return parts.every(({ stem }, at) => {
    const key = keys[from + at] ?? '';
    const word = written[at] ?? '';
    return stem ? key.startsWith(word) : key.endsWith(word);
  });
}

/** Whether a text has a form anywhere, with what its language writes in one word with it. */
export function hasForm(text: Text, { parts }: ReadForm): boolean {
  const [first] = parts;
  if (first === undefined) return false;
  const { keys } = termTokensOf(text);
  const { stripped } = affixesIn(text.locale);
  const last = keys.length - parts.length;
  for (let from = 0; from <= last; from++) {
    if (!fits(first, keys[from] ?? '', stripped)) continue;
    if (parts.length === 1 || parts.every((part, at) => fits(part, keys[from + at] ?? '', stripped)))
      return true;
  }
  return false;
}

function fits(part: FormPart, key: string, stripped: Affixes['stripped']): boolean {
  if (fitsPart(part, key)) return true;
  const others = stripped(key);
  return others.length > 0 && others.some((other) => fitsPart(part, other));
}

/** Forms of so many characters are words by themselves, wherever the borders of words are seen. */
const SURE = 3;
const NEEDS_BORDERS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const bordersOf = perText((text) => {
  const words = wordsOf(text);
  return { starts: new Set(words.map(({ start }) => start)), ends: new Set(words.map(({ end }) => end)) };
});

/**
 * Whether what stands between two tokens is whole words. In scripts with spaces tokens are; in others CLDR's
 * dictionaries tell, but for longer forms in characters that say a word each.
 */
export function isWholeWords(text: Text, { starts, ends }: Tokens, from: number, to: number): boolean {
  const start = starts[from] ?? 0;
  const end = ends[to - 1] ?? 0;
  const shown = text.plain.slice(start, end);
  if (!isUnspaced(shown) || (to - from >= SURE && !NEEDS_BORDERS.test(shown))) return true;
  const borders = bordersOf(text);
  return borders.starts.has(start) && borders.ends.has(end);
}

/** How long the rest of a compound is that makes another word of it: shorter ones are endings. */
const LONG = 4;

/** Whether a place is a part of a compound with hyphens, as `health` in `health-related`. */
export function isInCompound({ keys, starts, ends }: Tokens, from: number, to: number): boolean {
  const touches = (at: number): boolean => ends[at] === starts[at + 1];
  const before = keys[from - 1] === '-' && touches(from - 1) && from > 1 && touches(from - 2);
  const after = keys[to] === '-' && touches(to - 1) && touches(to) && (keys[to + 1]?.length ?? 0) >= LONG;
  return before || after;
}

/** Whether a text is all in capital letters, where they say nothing. */
export const isShouted: (text: Text) => boolean = perText(
  ({ plain }) => !/\p{Ll}/u.test(plain) && /\p{Lu}.*\s.*\p{Lu}/su.test(plain),
);
