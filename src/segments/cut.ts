import type { SourceInline } from '../model/block.ts';
import type { CodeType } from '../model/content.ts';
import type { Gap } from '../model/unit.ts';

/** Decides where sentences start in a run of plain text: UTF-16 offsets, rising, without 0. */
export type Boundaries = (text: string) => readonly number[];

/** An inline code that a sentence may contain stands for one character of its plain text. */
export const OBJECT = '\u{FFFC}';

interface Cuts {
  readonly pieces: readonly (readonly SourceInline[])[];
  readonly gaps: readonly Gap[];
}

/**
 * Cuts one run of tokens into pieces where sentences start, the white space between them as gaps. A closing mark stays
 * with the sentence it closes, an opening one goes with the sentence it opens; a piece without text stays with its
 * neighbour. Linear in the length of the run.
 */
export function cutRun(tokens: readonly SourceInline[], boundaries: Boundaries): Cuts {
  let plain = '';
  for (const token of tokens) plain += plainOf(token);
  const offsets = boundaries(plain);
  if (offsets.length === 0) return { pieces: [tokens], gaps: [] };
  const { flat, starts } = splitTexts(tokens, offsets);
  const cuts = cutIndexes(flat, starts, offsets);
  const pieces: SourceInline[][] = [];
  const gaps: Gap[] = [];
  let from = 0;
  for (const cut of [...cuts, flat.length]) {
    pieces.push(flat.slice(from, cut));
    from = cut;
  }
  for (let i = 0; i + 1 < pieces.length; i++) gaps.push(trimGap(pieces[i] ?? [], pieces[i + 1] ?? []));
  return { pieces, gaps };
}

/** The plain text that a token adds to its block's. */
export function plainOf(token: SourceInline): string {
  if (token.kind === 'text') return token.text;
  if (token.kind === 'soft' || token.kind === 'hard') return ' ';
  return token.kind === 'single' && standsInText(token.type) ? OBJECT : '';
}

/** Whether a single code is a part of its sentence; a footnote's mark is not, so that it follows the sentence. */
export function standsInText(type: CodeType | undefined): boolean {
  return type !== undefined && type !== 'footnote' && type !== 'html';
}

/** Splits text tokens at the offsets. A character reference cannot be split: the cut moves behind it. */
function splitTexts(
  tokens: readonly SourceInline[],
  offsets: readonly number[],
): { flat: SourceInline[]; starts: number[] } {
  const flat: SourceInline[] = [];
  const starts: number[] = [];
  let at = 0;
  let next = 0;
  for (const token of tokens) {
    const length = plainOf(token).length;
    let rest = token;
    while ((offsets[next] ?? Infinity) <= at) next++;
    while (rest.kind === 'text' && rest.text.length === rest.end - rest.start) {
      const inside = (offsets[next] ?? Infinity) - at;
      if (inside >= rest.text.length) break;
      const [head, tail] = splitText(rest, inside);
      flat.push(head);
      starts.push(at);
      at += inside;
      rest = tail;
      next++;
    }
    flat.push(rest);
    starts.push(at);
    at += rest === token ? length : plainOf(rest).length;
  }
  return { flat, starts };
}

type TextToken = SourceInline & { kind: 'text' };

function splitText(token: TextToken, at: number): [TextToken, TextToken] {
  const { start, end, text } = token;
  return [
    { kind: 'text', start, end: start + at, text: text.slice(0, at) },
    { kind: 'text', start: start + at, end, text: text.slice(at) },
  ];
}

function cutIndexes(
  flat: readonly SourceInline[],
  starts: readonly number[],
  offsets: readonly number[],
): number[] {
  const lastText = flat.findLastIndex(isText);
  const cuts: number[] = [];
  let k = 0;
  for (const offset of offsets) {
    while (k < flat.length && (starts[k] ?? 0) < offset) k++;
    while (k < flat.length && (flat[k]?.kind === 'close' || trailsSentence(flat, k))) k++;
    const floor = cuts.at(-1) ?? 0;
    const cut = beforeOpens(flat, k, floor);
    if (cut <= floor || cut > lastText) continue;
    if (!flat.slice(floor, cut).some(isText)) continue;
    cuts.push(cut);
  }
  return cuts;
}

/** A footnote's mark right behind a sentence (no white space between) belongs to it. */
function trailsSentence(flat: readonly SourceInline[], k: number): boolean {
  const token = flat[k];
  const before = flat[k - 1];
  if (token?.kind !== 'single' || token.type !== 'footnote') return false;
  return (
    before !== undefined && !(before.kind === 'text' && /\s$/.test(before.text)) && before.kind !== 'soft'
  );
}

/** Moves a cut in front of opening marks (and the white space among them) that end the sentence before it. */
function beforeOpens(flat: readonly SourceInline[], cut: number, floor: number): number {
  let best = cut;
  for (let j = cut - 1; j > floor; j--) {
    const token = flat[j];
    if (token?.kind === 'open') best = j;
    else if (!token || !isSpace(token)) break;
  }
  return best;
}

function isText(token: SourceInline): boolean {
  return token.kind === 'text' && /\S/.test(token.text);
}

function isSpace(token: SourceInline): boolean {
  return token.kind === 'soft' || (token.kind === 'text' && !/\S/.test(token.text));
}

/** Takes the white space at the end of `left` and the start of `right` away and gives it as the gap between them. */
function trimGap(left: SourceInline[], right: SourceInline[]): Gap {
  let soft = false;
  const drop = (token: SourceInline | undefined): boolean => {
    if (!token || !isSpace(token)) return false;
    soft ||= token.kind === 'soft';
    return true;
  };
  while (drop(left.at(-1))) left.pop();
  while (drop(right[0])) right.shift();
  const last = left.at(-1);
  if (last?.kind === 'text' && last.text.length === last.end - last.start) {
    left[left.length - 1] = splitText(last, last.text.trimEnd().length)[0];
  }
  const first = right[0];
  if (first?.kind === 'text' && first.text.length === first.end - first.start) {
    right[0] = splitText(first, first.text.length - first.text.trimStart().length)[1];
  }
  const start = left.at(-1)?.end ?? 0;
  const end = right[0]?.start ?? start;
  return { kind: soft ? 'soft' : end > start ? 'space' : 'none', start, end };
}
