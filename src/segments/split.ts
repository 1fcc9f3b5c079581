import type { Block, ParsedDocument, SourceCode, SourceInline } from '../model/block.ts';
import type { SoftBreaks } from '../model/catalogue.ts';
import type { SplitSegment, SplitUnit } from '../model/split.ts';
import type { Gap } from '../model/unit.ts';
import { type Boundaries, cutRun } from './cut.ts';
import { type CutRule, freshRule, storedRule } from './cuts.ts';
import { buildPiece, type Piece, type PieceState } from './pieces.ts';
import type { StoredBoundaries } from './stored.ts';

/**
 * Splits a block that has text into segments: at hard line breaks, and where `rule` says. Spans that cross a boundary
 * are closed and reopened. Linear in the length of the block.
 */
function splitBlock(block: Block, index: number, text: string, rule: CutRule): SplitUnit {
  const { inlines } = block;
  const { boundaries } = rule;
  const [only] = inlines;
  if (only?.kind === 'text' && inlines.length === 1 && only.text.length === only.end - only.start) {
    return { block: index, kind: block.kind, ...splitPlain(only.text, only.start, boundaries) };
  }
  const pieces: (readonly SourceInline[])[] = [];
  const gaps: Gap[] = [];
  for (const { tokens, gap } of runsOf(inlines, text, rule)) {
    if (gap) gaps.push(gap);
    const cut = cutRun(tokens, boundaries);
    pieces.push(...cut.pieces);
    gaps.push(...cut.gaps);
  }
  const state: PieceState = { open: [], closes: closesOf(inlines), spans: new Map() };
  const segments = pieces.map((tokens) => buildPiece(tokens, state));
  return { block: index, kind: block.kind, segments: withSpans(segments, state), gaps };
}

const NO_CODES: SplitSegment['codes'] = {};

/** The short way for the many blocks that are plain text: `start` is the text's offset in the document. */
function splitPlain(
  text: string,
  start: number,
  boundaries: Boundaries,
): Pick<SplitUnit, 'segments' | 'gaps'> {
  const segments: SplitSegment[] = [];
  const gaps: Gap[] = [];
  let from = 0;
  for (const boundary of [...boundaries(text), text.length]) {
    const piece = text.slice(from, boundary);
    const trimmed = boundary === text.length ? piece : piece.trimEnd();
    if (trimmed.trim() === '' && boundary !== text.length) continue;
    segments.push({ content: [{ kind: 'text', text: trimmed }], codes: NO_CODES });
    if (boundary === text.length) break;
    const end = from + trimmed.length;
    gaps.push({ kind: boundary > end ? 'space' : 'none', start: start + end, end: start + boundary });
    from = boundary;
  }
  return { segments, gaps };
}

/**
 * Splits all blocks of a document. What is `stored` keeps its boundaries; elsewhere `boundariesOf` gives the rule for a
 * block, and soft line breaks are boundaries where the document means them.
 */
export function splitDocument(
  parsed: ParsedDocument,
  softBreaks: SoftBreaks,
  boundariesOf: (block: Block) => Boundaries,
  stored: StoredBoundaries | null = null,
): SplitUnit[] {
  const units: SplitUnit[] = [];
  parsed.blocks.forEach((block, index) => {
    if (!block.inlines.some((token) => token.kind === 'text' && /\S/.test(token.text))) return;
    const cuts = stored?.(block) ?? null;
    const rule = cuts ? storedRule(cuts, block) : freshRule(boundariesOf(block), softBreaks);
    units.push(splitBlock(block, index, parsed.text, rule));
  });
  return units;
}

interface Run {
  tokens: SourceInline[];
  /** The break before this run; null for the first one. */
  gap: Gap | null;
}

/** Cuts the tokens at line breaks that are boundaries; each run but the first comes with the gap before it. */
function runsOf(inlines: readonly SourceInline[], text: string, rule: CutRule): Run[] {
  const isBreak = (token: SourceInline): token is Break => rule.isBreak(token);
  if (!inlines.some(isBreak)) return [{ tokens: [...inlines], gap: null }];
  const runs: Run[] = [{ tokens: [], gap: null }];
  let run = runs[0] as Run;
  let filled = false;
  for (const token of inlines) {
    if (isBreak(token)) {
      const gap: Gap = { kind: token.kind, start: token.start, end: token.end };
      if (filled) {
        run = { tokens: [], gap: { ...gap, start: withoutSoft(run.tokens, gap.start) } };
        runs.push(run);
        filled = false;
      } else if (run.gap && run.tokens.length === 0) run.gap = { ...gap, kind: 'hard', start: run.gap.start };
      else run.tokens.push(breakCode(token, text));
    } else if (token.kind === 'soft' && run.gap && run.tokens.length === 0) {
      run.gap = { ...run.gap, end: token.end };
    } else {
      run.tokens.push(token);
      filled ||= token.kind === 'single' || (token.kind === 'text' && /\S/.test(token.text));
    }
  }
  if (!filled && run.gap) {
    runs.pop();
    const { kind, start, end } = run.gap;
    const { tokens } = runs[runs.length - 1] as Run;
    const token = {
      kind: kind === 'soft' ? kind : ('hard' as const),
      start: withoutSoft(tokens, start),
      end,
    };
    tokens.push(breakCode(token, text), ...run.tokens);
  }
  return runs;
}

/**
 * Takes soft breaks away from the end of a run: they are part of the break behind them, which begins at `start`, whether
 * the document means them as boundaries or not. Gives where it begins now.
 */
function withoutSoft(tokens: SourceInline[], start: number): number {
  let begin = start;
  for (let last = tokens.at(-1); last?.kind === 'soft'; last = tokens.at(-1)) {
    begin = last.start;
    tokens.pop();
  }
  return begin;
}

type Break = SourceInline & { kind: 'soft' | 'hard' };

/** A line break with no text on one side of it separates nothing: it stays within its segment, as a code. */
function breakCode(token: { kind: 'soft' | 'hard'; start: number; end: number }, text: string): SourceInline {
  if (token.kind === 'soft') return { kind: 'soft', start: token.start, end: token.end };
  const raw = text.slice(token.start, token.end);
  return { kind: 'single', start: token.start, end: token.end, type: 'html', parts: [raw], text: '' };
}

function closesOf(inlines: readonly SourceInline[]): Map<number, SourceCode> {
  const closes = new Map<number, SourceCode>();
  for (const token of inlines) if (token.kind === 'close') closes.set(token.pair, token);
  return closes;
}

/** Gives the pieces of a pair that stands in several segments their common span key: a, b, … within the unit. */
function withSpans(built: readonly Piece[], state: PieceState): SplitSegment[] {
  const keys = new Map<number, string>();
  for (const [pair, count] of state.spans) if (count > 1) keys.set(pair, spanKey(keys.size));
  if (keys.size === 0) return built.map(({ content, codes }) => ({ content, codes }));
  return built.map(({ content, codes, pairs }) => {
    const spanned = Object.entries(codes).map(([id, code]) => {
      const key = keys.get(pairs.get(id) ?? -1);
      return [id, key === undefined ? code : { ...code, span: key }] as const;
    });
    return { content, codes: Object.fromEntries(spanned) };
  });
}

function spanKey(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letter + Math.floor(index / 26);
}
