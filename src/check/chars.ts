/**
 * What characters are, as a table that is filled when it is asked: a pattern with `\p{L}` is asked for each word of each
 * text otherwise, and takes a search through Unicode's ranges each time. Kinds are bits, of UTF-16 units.
 */
export const LETTER = 1;
export const MARK = 2;
export const NUMBER = 4;
/** Capital letters (`\p{Lu}`). */
export const UPPER = 8;
/** Whatever is another character in small letters. */
const CHANGES = 16;
export const LOWER = 32;
export const SPACE = 64;
/** Scripts that write words without spaces between them. */
export const UNSPACED = 128;
/** Control characters, private use, noncharacters, the replacement character. */
export const BROKEN = 256;
export const QUOTE = 512;
export const BRACKET = 1024;
/** What nobody sees, marks of direction too. */
export const UNSEEN = 2048;
/** Half of a character beyond the basic plane, of which nothing else is said: patterns have to look at it. */
export const SURROGATE = 4096;
/** Decimal digits. */
export const DIGIT = 8192;
export const BEYOND_ASCII = 16384;
/** Armenian marks and joiners, which are part of the word that they stand in. */
export const IN_WORD = 32768;
/** Apostrophes and hyphens, which hold a word together. */
export const HOLDING = 65536;
/** Signs of which markup is made, and what programs write. */
export const SIGN = 131072;
const KNOWN = 262144;

const KINDS: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [LETTER, /\p{L}/u],
  [MARK, /\p{M}/u],
  [NUMBER, /\p{N}/u],
  [UPPER, /\p{Lu}/u],
  [LOWER, /\p{Ll}/u],
  [SPACE, /\s/u],
  [
    UNSPACED,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
  ],
  [BROKEN, /(?![\t\n\r])\p{Cc}|[\ufffd\ufdd0-\ufdef\ufffe\uffff]|\p{Co}/u],
  [QUOTE, /["“”„‟«»‹›‘’‚‛'「」『』〝〞〟＂״]/u],
  [BRACKET, /[()[\]{}（）［］｛｝【】〔〕〖〗《》〈〉⟨⟩⟦⟧﴾﴿]/u],
  [UNSEEN, /\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Zl}|\p{Zp}/u],
  [SURROGATE, /\p{Cs}/u],
  [DIGIT, /\p{Nd}/u],
  [BEYOND_ASCII, /[^\0-\x7f]/u],
  [IN_WORD, /[\u055b\u055c\u055e\u200c\u200d]/u],
  [SIGN, /[*`~[\]|_<>#+&{}$%@⟦【]/u],
  [HOLDING, /['’ʼ״׳\u2010\u2011-]/u],
];

const table = new Uint32Array(0x10000);

/** The kinds of a UTF-16 unit. */
export function kindsOf(unit: number): number {
  return table[unit] || learn(unit);
}

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  let kinds = KNOWN;
  for (const [kind, pattern] of KINDS) if (pattern.test(char)) kinds |= kind;
  if (char.toLowerCase() !== char) kinds |= CHANGES;
  table[unit] = kinds;
  return kinds;
}

/** The kinds of all units of a string together. */
export function kindsIn(text: string): number {
  let kinds = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    kinds |= table[unit] || learn(unit);
  }
  return kinds;
}

/** Whether a word has a capital letter first or within, as names, brands and acronyms do. */
export function hasCapital(word: string): boolean {
  const kinds = kindsIn(word);
  return (kinds & UPPER) !== 0 || ((kinds & SURROGATE) !== 0 && /\p{Lu}/u.test(word));
}

/** Whether a word has letters and no digits. */
export function hasLettersOnly(word: string): boolean {
  const kinds = kindsIn(word);
  if (kinds & SURROGATE) return /\p{L}/u.test(word) && !/\p{N}/u.test(word);
  return (kinds & LETTER) !== 0 && (kinds & NUMBER) === 0;
}

/** A word in small letters. The end of a Greek word has a small letter of its own, so words are not made small together. */
export function lowerOf(word: string): string {
  return kindsIn(word) & (CHANGES | SURROGATE) ? word.toLowerCase() : word;
}
