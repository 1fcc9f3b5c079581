import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAnyFile, readFile } from '../project/files.ts';
import type { Paint } from './colours.ts';
import { graphemesOf, widthOf } from './width.ts';

/** Files that are larger are not read again only to show a line of them; in bytes. */
const MOST_BYTES = 4_000_000;

/** The width of an excerpt where nothing else limits it, in columns. */
const WIDEST = 100;

/**
 * A line (counted from 1) of a file below the root, or of one that the user named; null where it cannot be shown.
 * A file that leads out of the project's folder is not read.
 */
export function lineOfFile(
  root: string,
  file: string,
  line: number,
  named: readonly string[],
): string | null {
  try {
    const place = resolve(root, file);
    const size = statSync(place, { throwIfNoEntry: false });
    if (!size?.isFile() || size.size > MOST_BYTES) return null;
    const isNamed = named.some((path) => resolve(root, path) === place);
    const bytes = isNamed ? readAnyFile(root, place) : readFile(root, file);
    return bytes === null ? null : lineOf(decode(bytes), line);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array): string {
  const mark = `${bytes[0]},${bytes[1]}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function lineOf(text: string, line: number): string | null {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return null;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

/**
 * A line with its number, and a caret under the place (a column counted from 1, in UTF-16 units) where that is known.
 * A long line is cut to what is around the place; tabs are two columns wide; control characters are shown as signs.
 */
export function formatExcerpt(
  text: string,
  { line, column }: { readonly line: number; readonly column: number | null },
  paint: Paint,
  columns: number | null,
): string {
  const gutter = ` ${line} | `;
  const room = Math.max(20, Math.min(columns ?? WIDEST, WIDEST) - gutter.length);
  const { shown, caret } = windowOf(text, column === null ? null : column - 1, room);
  const first = `${paint('quiet', gutter)}${shown}\n`;
  if (caret === null) return first;
  const under = `${' '.repeat(gutter.length - 2)}| `;
  return `${first}${paint('quiet', under)}${' '.repeat(caret)}${paint('error', '^')}\n`;
}

/** The part of a line that is shown, in at most `room` columns, and the column of it that `offset` (UTF-16) is at. */
function windowOf(
  text: string,
  offset: number | null,
  room: number,
): { readonly shown: string; readonly caret: number | null } {
  // What is further away than a window cannot be in it, and need not be segmented.
  const from = Math.max(0, (offset ?? 0) - 4 * room);
  const near = graphemesOf(text.slice(from, from + 8 * room));
  const shown = near.map(visible);
  const widths = shown.map(widthOf);
  const at = offset === null ? 0 : indexOfOffset(near, offset - from);
  let start = at;
  let before = 0;
  while (start > 0 && before + (widths[start - 1] ?? 0) <= room / 2) before += widths[--start] ?? 0;
  const cutBefore = start > 0 || from > 0;
  let end = start;
  let used = cutBefore ? 1 : 0;
  while (end < shown.length && used + (widths[end] ?? 0) < room) used += widths[end++] ?? 0;
  const cutAfter = end < shown.length || from + 8 * room < text.length;
  const part = shown.slice(start, end).join('');
  return {
    shown: `${cutBefore ? '…' : ''}${part}${cutAfter ? '…' : ''}`,
    caret: offset === null ? null : before + (cutBefore ? 1 : 0),
  };
}

function indexOfOffset(graphemes: readonly string[], offset: number): number {
  let passed = 0;
  const found = graphemes.findIndex(({ length }) => {
    passed += length;
    return passed > offset;
  });
  return found < 0 ? graphemes.length : found;
}

const PICTURES = 0x2400;

/** A character as it can be shown: a control character as its picture, one that reorders text as a mark. */
function visible(grapheme: string): string {
  if (grapheme === '\t') return '  ';
  return grapheme
    .replace(/[\0-\x1F]/g, (control) => String.fromCodePoint(PICTURES + control.charCodeAt(0)))
    .replace(/\x7F/g, '\u2421')
    .replace(/[\x80-\x9F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}
