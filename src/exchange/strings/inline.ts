import { escapeAttribute } from '../xml/escape.ts';
import type { XliffElement, XliffInline, XliffKind, XliffValue } from './package.ts';
import { closeOf, type Piece, type StringCode } from './pieces.ts';

/** Pieces as the library takes them, escaped against what it does to texts and attributes. */
export function valueFor(pieces: readonly Piece[], kind: XliffKind): XliffValue {
  const value = pieces.map((piece) =>
    typeof piece === 'string' ? twiceEscaped(piece) : inlineOf(piece, kind),
  );
  return value.length === 0 ? '' : value;
}

/** The library turns `&amp;` in a text into `&` before it escapes: a text that is written so has to be sent twice so. */
export function twiceEscaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}

function inlineOf(code: StringCode, kind: XliffKind): XliffInline {
  const { id, open, close, children } = code;
  const shown = escapeAttribute(code.kind === 'character' ? codePointOf(open) : open);
  if (kind === '1.2') {
    const attributes = { id, ctype: contentTypeOf(code), 'equiv-text': shown };
    if (children === null) return { Standalone: attributes };
    return { GenericSpan: { ...attributes, contents: valueFor(children, kind) } };
  }
  const type = { type: 'other', subType: `i18n:${code.kind}` };
  if (children === null) return { Standalone: { id, ...type, equiv: shown, disp: shown } };
  const end = escapeAttribute(close ?? '');
  const both = { equivStart: shown, equivEnd: end, dispStart: shown, dispEnd: end };
  return { Span: { id, ...type, ...both, contents: valueFor(children, kind) } };
}

/** What kind of code it is, in XLIFF 1.2's words: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#ctype */
function contentTypeOf({ kind, open, children }: StringCode): string {
  if (kind !== 'tag') return `x-${kind}`;
  if (children === null) return /^<br\b/i.test(open) ? 'lb' : 'x-tag';
  if (/^<(?:b|strong)\b/i.test(open)) return 'bold';
  if (/^<(?:i|em)\b/i.test(open)) return 'italic';
  return /^<a\b/i.test(open) ? 'link' : 'x-tag';
}

function codePointOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A code as a returned file has it: what it stands for is not taken from there. */
export type ReturnedPiece =
  | string
  | {
      readonly code: 'single' | 'start' | 'end' | 'pair';
      readonly id: string;
      readonly shown: string;
      readonly children: readonly ReturnedPiece[];
    };

const NAMES: Readonly<Record<string, 'single' | 'start' | 'end' | 'pair'>> = {
  Standalone: 'single',
  GenericSpan: 'pair',
  Span: 'pair',
  GenericSpanStart: 'start',
  SpanStart: 'start',
  GenericSpanEnd: 'end',
  SpanEnd: 'end',
};

/** What the library read; `decode` takes away what the texts were given to survive its reading. */
export function returnedOf(
  value: XliffValue | undefined,
  decode: (text: string) => string,
): readonly ReturnedPiece[] {
  const values = value === undefined ? [] : Array.isArray(value) ? (value as readonly XliffValue[]) : [value];
  const pieces: ReturnedPiece[] = [];
  for (const one of values) {
    if (typeof one === 'string') addText(pieces, decode(one));
    else {
      const [name = '', element] = Object.entries(one as XliffInline)[0] ?? [];
      pieces.push(returnedCode(name, element ?? {}, decode));
    }
  }
  return pieces;
}

function returnedCode(name: string, element: XliffElement, decode: (text: string) => string): ReturnedPiece {
  const text = (key: string): string => (typeof element[key] === 'string' ? element[key] : '');
  const children = returnedOf(element.contents, decode);
  return { code: NAMES[name] ?? 'single', id: text('id'), shown: text('equiv-text'), children };
}

function addText(pieces: ReturnedPiece[], text: string): void {
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
  else if (text !== '') pieces.push(text);
}

/** The codes of a source that came back, as the file shows them: for files whose own source is not at hand. */
export function shownCodes(pieces: readonly ReturnedPiece[]): readonly StringCode[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string' || piece.code === 'end') return [];
    const open = characterOf(piece.shown) ?? piece.shown;
    const close = piece.code === 'single' ? null : closeOf(open);
    const kind = open.startsWith('<') ? 'tag' : 'value';
    return [{ id: piece.id, kind, open, close, children: null }, ...shownCodes(piece.children)];
  });
}

function characterOf(shown: string): string | null {
  const code = /^U\+([0-9A-F]{4,6})$/.exec(shown)?.[1];
  return code === undefined ? null : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
}

/** The text that pieces stand for, and the ids of codes that nobody knows. */
export function textOf(
  pieces: readonly ReturnedPiece[],
  codes: ReadonlyMap<string, StringCode>,
): { readonly text: string; readonly unknown: readonly string[] } {
  const out: string[] = [];
  const unknown: string[] = [];
  const add = (piece: ReturnedPiece): void => {
    if (typeof piece === 'string') {
      out.push(piece);
      return;
    }
    const code = codes.get(piece.id);
    if (code === undefined) unknown.push(piece.id);
    if (piece.code !== 'end') out.push(code?.open ?? '');
    piece.children.forEach(add);
    if (piece.code === 'pair' || piece.code === 'end') out.push(code?.close ?? '');
  };
  pieces.forEach(add);
  return { text: out.join(''), unknown };
}

/** Pieces as they would come back, to compare with what did. */
export function asReturned(pieces: readonly Piece[]): readonly ReturnedPiece[] {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const { id, kind, open, children } = piece;
    const shown = kind === 'character' ? codePointOf(open) : open;
    return { code: children === null ? 'single' : 'pair', id, shown, children: asReturned(children ?? []) };
  });
}
