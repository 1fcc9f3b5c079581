import { decodeEscapes } from './markdown-characters.ts';

/** A link's title: UTF-16 extent of its text without the quotation marks. */
export interface Title {
  readonly start: number;
  readonly end: number;
}

/** What stands between the parentheses of an inline link; `end` is after the closing one. */
export interface Resource {
  readonly href: string;
  readonly title: Title | null;
  readonly end: number;
}

/** A link reference definition of the document. */
export interface Definition {
  readonly href: string;
}

/** Parentheses in an address without `<>` nest this deep; CommonMark asks for three at least. */
const MAX_PARENTHESES = 32;
const MAX_LABEL = 999;
const SPACE = /[ \t]*(?:\n[ \t]*)?/y;
const ANGLE = /<([^<>\n\\]*(?:\\[^\n][^<>\n\\]*)*)>/y;
const TITLES: ReadonlyMap<number, RegExp> = new Map([
  [34, /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/y],
  [39, /'([^'\\]*(?:\\[\s\S][^'\\]*)*)'/y],
  [40, /\(([^()\\]*(?:\\[\s\S][^()\\]*)*)\)/y],
]);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The end of the white space at `at`: spaces and tabs with at most one line break. */
export function skipSpace(text: string, at: number): number {
  return at + (matchAt(SPACE, text, at)?.[0].length ?? 0);
}

/** Reads a link's address at `at`; null where there is none. An address in `<>` may be empty. */
export function readAddress(
  text: string,
  at: number,
): { readonly href: string; readonly end: number } | null {
  if (text.charCodeAt(at) === 60) {
    const angle = matchAt(ANGLE, text, at);
    return angle && { href: decodeEscapes(angle[1]!), end: at + angle[0].length };
  }
  const end = bareAddressEnd(text, at);
  return end <= at ? null : { href: decodeEscapes(text.slice(at, end)), end };
}

function bareAddressEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 127) break;
    if (code === 92) {
      const next = text.charCodeAt(at + 1);
      if (next > 32 && next < 127) at++;
    } else if (code === 40) {
      if (++depth > MAX_PARENTHESES) return -1;
    } else if (code === 41 && --depth < 0) {
      return at;
    }
  }
  return depth > 0 ? -1 : at;
}

/** Reads a title in `""`, `''` or `()` at `at`; a blank line within ends the attempt. `end` is after its last mark. */
export function readTitle(text: string, at: number): { readonly title: Title; readonly end: number } | null {
  const pattern = TITLES.get(text.charCodeAt(at));
  const match = pattern && matchAt(pattern, text, at);
  if (!match) return null;
  const end = at + match[0].length;
  return { title: { start: at + 1, end: end - 1 }, end };
}

/** Reads `(address "title")` at `at`, the place of the opening parenthesis. */
export function readResource(text: string, at: number): Resource | null {
  let next = skipSpace(text, at + 1);
  const address = readAddress(text, next);
  let title: Title | null = null;
  if (address) {
    const gap = skipSpace(text, address.end);
    const read = gap > address.end ? readTitle(text, gap) : null;
    title = read?.title ?? null;
    next = read ? skipSpace(text, read.end) : gap;
  }
  return text.charCodeAt(next) === 41 ? { href: address?.href ?? '', title, end: next + 1 } : null;
}

const LABEL = /\[((?:[^[\]\\]|\\[\s\S]){0,1000})\]/y;

/** Reads `[label]` at `at`: the label as written, not normalised, and the place after it. Bounded by 1,000 units. */
export function readLabel(text: string, at: number): { readonly label: string; readonly end: number } | null {
  const label = matchAt(LABEL, text, at)?.[1];
  if (label === undefined || label.length > MAX_LABEL) return null;
  return { label, end: at + label.length + 2 };
}

/** The form in which labels are compared: white space collapsed, case folded. Empty for a blank label. */
export function normalizeLabel(label: string): string {
  return label
    .trim()
    .replace(/[ \t\r\n]+/g, ' ')
    .toLowerCase()
    .toUpperCase();
}
