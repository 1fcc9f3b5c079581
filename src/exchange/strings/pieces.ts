import { type Token, tokensOf } from './tokens.ts';

/** What an inline code of a text protects. */
export type CodeKind = 'value' | 'tag' | 'character';

/** A code: one place, or a pair around `children`. `open` and `close` are what the text itself has there. */
export interface StringCode {
  readonly id: string;
  readonly kind: CodeKind;
  readonly open: string;
  /** Null for a single place. */
  readonly close: string | null;
  readonly children: readonly Piece[] | null;
}

/** A run of text, or a code. */
export type Piece = string | StringCode;

/** Pairs within pairs; a text that has more is sent with single codes. */
const DEPTH_LIMIT = 40;

/** Elements that have no end: https://html.spec.whatwg.org/#void-elements */
const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/i;

interface Level {
  readonly open: string;
  readonly pieces: Piece[];
}

/**
 * A text with what a translator must not break as inline codes: interpolations, nestings, tags in pairs where every
 * one has its own, and characters that XML forbids. `plain` leaves all but those as text.
 */
export function piecesOf(text: string, plain: boolean): readonly Piece[] {
  const tokens = tokensOf(text).map((token): Token => {
    return plain && token.kind !== 'character' ? { kind: 'text', text: token.text } : token;
  });
  return numbered(pairedPieces(tokens) ?? tokens.map(pieceOf));
}

function pieceOf({ kind, text }: Token): Piece {
  if (kind === 'text') return text;
  return { id: '', kind, open: text, close: null, children: null };
}

/** Null where the tags are not in pairs: a tag is not closed, closed twice or crosses another. */
function pairedPieces(tokens: readonly Token[]): Piece[] | null {
  const levels: Level[] = [{ open: '', pieces: [] }];
  for (const token of tokens) {
    const top = levels.at(-1);
    if (token.kind !== 'tag' || isSingle(token.text)) top?.pieces.push(pieceOf(token));
    else if (!token.text.startsWith('</')) levels.push({ open: token.text, pieces: [] });
    else {
      const ended = levels.pop();
      if (ended === undefined || levels.length === 0 || token.text !== closeOf(ended.open)) return null;
      const pair = {
        id: '',
        kind: 'tag',
        open: ended.open,
        close: token.text,
        children: ended.pieces,
      } as const;
      levels.at(-1)?.pieces.push(pair);
    }
    if (levels.length > DEPTH_LIMIT) return null;
  }
  return levels.length === 1 ? (levels[0]?.pieces ?? null) : null;
}

/** Whether a tag stands alone: `<0/>`, `<br>`. */
export function isSingle(tag: string): boolean {
  return tag.endsWith('/>') || VOID.test(tag);
}

/** The tag that closes another. */
export function closeOf(tag: string): string {
  return `</${/^<([^\s/>]+)/.exec(tag)?.[1] ?? ''}>`;
}

/** Gives the codes their ids, in order, and joins runs of text. */
function numbered(pieces: readonly Piece[], counter = { last: 0 }): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      counter.last += 1;
      const id = `c${counter.last}`;
      out.push({ ...piece, id, children: piece.children && numbered(piece.children, counter) });
    } else pushText(out, piece);
  }
  return out;
}

/** Adds a run of text to the one before it, if there is one. */
function pushText(pieces: Piece[], text: string): void {
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
  else if (text !== '') pieces.push(text);
}

/** Every code of a text. */
export function codesOf(pieces: readonly Piece[]): readonly StringCode[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    return [piece, ...(piece.children === null ? [] : codesOf(piece.children))];
  });
}

/** A target with the ids of its source's codes; a code that the source does not have becomes text. */
export function alignCodes(target: readonly Piece[], source: readonly Piece[]): readonly Piece[] {
  const free = new Map<string, string[]>();
  for (const code of codesOf(source)) {
    const key = identityOf(code);
    free.set(key, [...(free.get(key) ?? []), code.id]);
  }
  const align = (pieces: readonly Piece[]): Piece[] => {
    const out: Piece[] = [];
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        pushText(out, piece);
        continue;
      }
      const id = free.get(identityOf(piece))?.shift();
      const children = piece.children && align(piece.children);
      if (id !== undefined || piece.kind === 'character') out.push({ ...piece, id: id ?? '', children });
      else for (const part of asText(piece, children)) addPiece(out, part);
    }
    return out;
  };
  return withNewIds(align(target), codesOf(source).length);
}

function identityOf({ open, close }: StringCode): string {
  return `${open}\u0000${close ?? ''}`;
}

function asText(code: StringCode, children: readonly Piece[] | null): readonly Piece[] {
  return [code.open, ...(children ?? []), code.close ?? ''];
}

function addPiece(out: Piece[], piece: Piece): void {
  if (typeof piece === 'string') pushText(out, piece);
  else out.push(piece);
}

/** Characters that XML forbids need a code even where the source has none. */
function withNewIds(pieces: readonly Piece[], count: number, counter = { last: count }): Piece[] {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const children = piece.children && withNewIds(piece.children, count, counter);
    if (piece.id !== '') return { ...piece, children };
    counter.last += 1;
    return { ...piece, id: `c${counter.last}`, children };
  });
}
