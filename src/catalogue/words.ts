/** Scripts that write no spaces between words: there each character counts as a word. */
const BY_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_.,-]*/gu;

/**
 * Counts words: runs of letters and digits (apostrophes, hyphens and inner full stops join), and each character of a
 * script without spaces. Linear; ASCII prose takes a path without regular expressions.
 */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x24f && c !== 0x2019 && !(c >= 0x2010 && c <= 0x2026)) return countAny(text);
    const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || isLatin(c);
    if (letter && !inside) words++;
    inside = letter || (inside && (c === 39 || c === 0x2019 || c === 45 || c === 46 || c === 44 || c === 95));
  }
  return words;
}

function isLatin(c: number): boolean {
  return c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7;
}

function countAny(text: string): number {
  const singles = text.match(BY_CHARACTER)?.length ?? 0;
  const rest = singles > 0 ? text.replace(BY_CHARACTER, ' ') : text;
  return singles + (rest.match(WORD)?.length ?? 0);
}
