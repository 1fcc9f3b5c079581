import { characterEntities } from 'character-entities';

const REFERENCE = /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/y;
const ESCAPE_OR_REFERENCE =
  /\\([!-/:-@[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g;

/** Whether an ASCII character may be written with a backslash before it (CommonMark: ASCII punctuation). */
export function isEscapable(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** The character reference that starts at `at` (a `&`), decoded, with its length, or null. */
export function characterReference(
  text: string,
  at: number,
): { readonly text: string; readonly length: number } | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return null;
  const [raw, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const decoded = Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;
    return decoded === undefined ? null : { text: decoded, length: raw.length };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return { text: fromCodePoint(code), length: raw.length };
}

/** U+FFFD stands for NUL, surrogates and what lies beyond Unicode. */
function fromCodePoint(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/** Decodes the backslash escapes and character references of a link's address or title. Linear. */
export function decodeEscapes(raw: string): string {
  if (!/[\\&]/.test(raw)) return raw;
  return raw.replace(
    ESCAPE_OR_REFERENCE,
    (match: string, escaped?: string) => escaped ?? characterReference(match, 0)?.text ?? match,
  );
}

const PUNCTUATION = /^[\p{P}\p{S}]/u;

/** Unicode punctuation or symbol (CommonMark's "punctuation character"), of a code point. */
export function isPunctuation(code: number): boolean {
  return code < 128 ? isEscapable(code) : PUNCTUATION.test(String.fromCodePoint(code));
}

/** White space in the sense of the rules for emphasis; the ends of a text count as such (code -1). */
export function isWhiteSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || code < 0;
  return /^\s/u.test(String.fromCodePoint(code));
}
