import { HexaplaError } from '../model/error.ts';

/** How a document's line breaks are mostly written. */
export type Newline = '\n' | '\r\n' | '\r';

/** A document decoded: `text` with its line breaks as `\n`, and what is needed to give the same bytes back. */
export interface SourceText {
  /** Without byte order mark, every line break as `\n`. All offsets of later stages point into it (UTF-16). */
  readonly text: string;
  /** As decoded, with its own line breaks, without byte order mark; the same string as `text` where all are `\n`. */
  readonly original: string;
  readonly bom: boolean;
  /** The most frequent line break; `\n` where there is none. */
  readonly newline: Newline;
  /** Offsets in `text` of the breaks that are written `\r\n`, rising: each makes `original` longer by one. */
  readonly pairs: Uint32Array;
}

/** A replacement of the range [start, end) of a source text (UTF-16 offsets into `text`). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BOM = [0xef, 0xbb, 0xbf] as const;
const NO_PAIRS = new Uint32Array(0);

/** Line and column of a UTF-16 offset, counted from 1, columns in UTF-16 units. Linear in `offset`. */
export function lineOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', start)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/**
 * Decodes a document's bytes. Throws `not-utf8` (with the byte offset and line of the first wrong byte) and
 * `has-nul`. Linear; a document whose breaks are all `\n` is kept as one string.
 */
export function readSource(bytes: Uint8Array, file: string): SourceText {
  const bom = BOM.every((byte, index) => bytes[index] === byte);
  const original = decode(bom ? bytes.subarray(BOM.length) : bytes, bom ? BOM.length : 0, file);
  const nul = original.indexOf('\0');
  if (nul >= 0) {
    const before = toLineFeeds(original.slice(0, nul));
    throw new HexaplaError('has-nul', {}, { file, ...lineOf(before, before.length) });
  }
  if (!original.includes('\r')) return { text: original, original, bom, newline: '\n', pairs: NO_PAIRS };
  return { text: toLineFeeds(original), original, bom, ...measureBreaks(original) };
}

function decode(bytes: Uint8Array, skipped: number, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = firstWrongByte(bytes);
    const before = new TextDecoder().decode(bytes.subarray(0, at));
    const text = toLineFeeds(before);
    throw new HexaplaError(
      'not-utf8',
      { byte: at + skipped },
      { file, line: lineOf(text, text.length).line },
    );
  }
}

/** Finds where decoding stops by halving: each trial is a streamed decoding, which forgives a cut-off end. */
function firstWrongByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return decodes(bytes) ? good : Math.max(0, bad - 1);
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function toLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function measureBreaks(original: string): { newline: Newline; pairs: Uint32Array } {
  const pairs: number[] = [];
  const counts: Record<Newline, number> = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const { 0: mark, index } of original.matchAll(/\r\n?|\n/g)) {
    if (mark === '\r\n') pairs.push(index - pairs.length);
    counts[mark as Newline]++;
  }
  const order: readonly Newline[] = ['\n', '\r\n', '\r'];
  const newline = order.reduce((best, mark) => (counts[mark] > counts[best] ? mark : best));
  return { newline, pairs: Uint32Array.from(pairs) };
}

/** The offset in `original` of an offset in `text`. Logarithmic in the number of `\r\n` breaks. */
export function originalOffset(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (source.pairs[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return offset + low;
}

/**
 * The document's text, with its own line breaks and without byte order mark, where the given ranges are replaced;
 * line breaks in the replacements are written as most of the document's are. The edits must be sorted and must
 * not overlap. Linear.
 */
export function applyEdits(source: SourceText, edits: readonly Edit[]): string {
  if (edits.length === 0) return source.original;
  const pieces: string[] = [];
  let at = 0;
  let last = 0;
  for (const { start, end, text } of edits) {
    if (start < last || end < start) throw new Error(`edits overlap or are not sorted at ${start}`);
    pieces.push(source.original.slice(at, originalOffset(source, start)), withBreaks(text, source.newline));
    at = originalOffset(source, end);
    last = end;
  }
  pieces.push(source.original.slice(at));
  return pieces.join('');
}

function withBreaks(text: string, newline: Newline): string {
  return newline === '\n' ? text : text.replace(/\r\n?|\n/g, newline);
}

/** The bytes of a text that `applyEdits` gave: UTF-8, with the byte order mark that the document had. */
export function encodeSource(source: SourceText, text: string): Uint8Array {
  const body = new TextEncoder().encode(text);
  if (!source.bom) return body;
  const bytes = new Uint8Array(BOM.length + body.length);
  bytes.set(BOM);
  bytes.set(body, BOM.length);
  return bytes;
}
