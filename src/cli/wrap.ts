import { graphemesOf, isWide, widthOf } from './width.ts';

/** A piece of a line that is not broken, and whether a space stands before it. */
interface Piece {
  readonly text: string;
  readonly width: number;
  readonly spaced: boolean;
}

/**
 * A text in lines of at most `width` columns, broken at spaces, between wide characters, and within a word only where
 * it alone is wider than a line: then after a slash or a hyphen if it has one. At least one line. Linear.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { text: piece, width: own, spaced } of piecesOf(text, Math.max(1, width))) {
    const space = spaced && line !== '' ? 1 : 0;
    if (line !== '' && used + space + own > width) {
      lines.push(line);
      line = piece;
      used = own;
    } else {
      line += `${' '.repeat(space)}${piece}`;
      used += space + own;
    }
  }
  return [...lines, line];
}

/** The width of the widest piece of a text that no line can break, in columns. */
export function widestWord(text: string): number {
  return text.split(' ').reduce((most, word) => Math.max(most, widthOf(word)), 0);
}

function piecesOf(text: string, width: number): Piece[] {
  return text.split(' ').flatMap((word, i) =>
    breakWord(word, width).map((piece, j) => ({
      text: piece,
      width: widthOf(piece),
      spaced: i > 0 && j === 0,
    })),
  );
}

/** Marks that may not begin a line: those that close. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;

/** A word in pieces: each wide character by itself, and what is wider than a line in parts that fit. */
function breakWord(word: string, width: number): string[] {
  const whole = widthOf(word);
  if (whole === word.length && whole <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  let wide = false;
  for (const grapheme of graphemesOf(word)) {
    const own = widthOf(grapheme);
    const isNew = isWide(grapheme);
    const mayBreak = (wide || isNew) && !CLOSING.test(grapheme);
    if (piece !== '' && (mayBreak || used + own > width)) {
      const [kept, rest] = mayBreak ? [piece, ''] : splitLate(piece);
      pieces.push(kept);
      piece = rest;
      used = widthOf(rest);
    }
    piece += grapheme;
    used += own;
    wide = isNew;
  }
  return [...pieces, piece];
}

/** A piece that is full: broken after its last slash or hyphen where that is not too early, else at its end. */
function splitLate(piece: string): readonly [string, string] {
  const at = Math.max(piece.lastIndexOf('/'), piece.lastIndexOf('-')) + 1;
  return at > piece.length / 3 ? [piece.slice(0, at), piece.slice(at)] : [piece, ''];
}
