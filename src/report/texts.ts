import type { Span } from '../model/finding.ts';
import type { ReportedFinding } from './input.ts';

/** A piece of a text as people see it: as it stands, what a finding points at, or a sign for what cannot be seen. */
export interface Piece {
  readonly kind: 'text' | 'marked' | 'sign';
  readonly text: string;
}

// Controls, what has no width, what turns the direction, what stands for a code, halves of characters. What the scripts
// of some languages need (joiners, marks of direction) is left alone, but where a finding points at it.
const UNSEEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC\u{E0000}-\u{E007F}\uD800-\uDFFF]/gu;
const UNSEEN_THERE =
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFF9-\uFFFC\u{E0000}-\u{E007F}\uD800-\uDFFF]/gu;
const CODE = '\uFFFC';

/**
 * A text in pieces, `at` marked; of a long one what is around `at`, or else its beginning. `limit` counts UTF-16 units.
 */
export function piecesOf(text: string, at: Span | undefined, limit: number): Piece[] {
  const isWithin = at !== undefined && at.start < at.end && at.end <= text.length;
  const span = isWithin
    ? { start: boundary(text, at.start), end: boundary(text, at.end) }
    : { start: 0, end: 0 };
  const from = text.length <= limit ? 0 : boundary(text, Math.max(0, span.start - Math.floor(limit / 3)));
  const to = text.length <= from + limit ? text.length : boundary(text, from + limit);
  const middle = Math.max(from, Math.min(span.start, to));
  const end = Math.max(middle, Math.min(span.end, to));
  return [
    ...(from > 0 ? [{ kind: 'text', text: '…' } as const] : []),
    ...shown(text.slice(from, middle), 'text', UNSEEN),
    ...shown(text.slice(middle, end), 'marked', UNSEEN_THERE),
    ...shown(text.slice(end, to), 'text', UNSEEN),
    ...(to < text.length ? [{ kind: 'text', text: '…' } as const] : []),
  ];
}

/** A text on one line, with signs for what cannot be seen: for reports that have no marks. */
export function plainLine(text: string, limit: number): string {
  return piecesOf(text, undefined, limit)
    .map((piece) => piece.text)
    .join('')
    .replace(/[\t\n\r]+/g, ' ');
}

/** What a finding points at in the text that it is about; nothing where that is another text. */
export function spanIn({ at, locale }: ReportedFinding, side: 'source' | 'target'): Span | undefined {
  return side === (locale === null ? 'source' : 'target') ? at : undefined;
}

function shown(text: string, kind: 'text' | 'marked', unseen: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(unseen)) {
    if (index > from) pieces.push({ kind, text: text.slice(from, index) });
    pieces.push({ kind: 'sign', text: signOf(mark) });
    from = index + mark.length;
  }
  if (from < text.length) pieces.push({ kind, text: text.slice(from) });
  return pieces;
}

function signOf(mark: string): string {
  if (mark === CODE) return '◇';
  const code = mark.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The place at or before an offset where no character is cut in two. */
function boundary(text: string, at: number): number {
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
  return splits ? at - 1 : at;
}
