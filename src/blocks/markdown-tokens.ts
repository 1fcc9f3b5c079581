import type { Block, SourceInline, SourcePart } from '../model/block.ts';
import type { CodeType } from '../model/content.ts';
import { HexaplaError } from '../model/error.ts';
import { firstFrom, lastBefore, withoutLastBreaks } from './markdown-alt.ts';
import type { Run } from './markdown-delimiters.ts';
import type { Title } from './markdown-links.ts';
import type { Bracket, InlineMark, Target } from './markdown-marks.ts';
import { readPlain, trimRange } from './markdown-plain.ts';
import { type OpenTags, openTag, takeTag } from './markdown-tags.ts';

/** Spans, links and images may stand within one another this deep. */
export const MAX_INLINE_DEPTH = 200;

/** One block's text: container marks blanked, `offset` the place of its first unit in the document (UTF-16). */
export interface BlockText {
  readonly text: string;
  readonly offset: number;
}

/** A code that is open: tags of HTML that may yet be closed within it, by the place of their tokens. */
interface Frame {
  readonly pair: number;
  readonly type: CodeType;
  readonly open: string;
  readonly target: Target | null;
  /** Made at the first tag. */
  tags: OpenTags | null;
}

interface Writer {
  readonly source: BlockText;
  readonly marks: readonly InlineMark[];
  readonly blocks: Block[];
  readonly index: number;
  readonly out: SourceInline[];
  readonly frames: Frame[];
  readonly depth: number;
  pairs: number;
  /** Up to where tokens cover the text, in `source.text`. */
  at: number;
}

/**
 * Makes the tokens of a block whose text and marks are known, and the blocks of the texts within its codes. The
 * block must be the last one of `blocks`. Linear. Throws `markdown-depth` (without a place).
 */
export function writeTokens(
  source: BlockText,
  marks: readonly InlineMark[],
  blocks: Block[],
): SourceInline[] {
  const writer = newWriter(source, marks, blocks, 0, 0);
  writeMarks(writer, 0, marks.length);
  flushText(writer, source.text.length);
  return writer.out;
}

function newWriter(
  source: BlockText,
  marks: readonly InlineMark[],
  blocks: Block[],
  at: number,
  depth: number,
): Writer {
  const root: Frame = { pair: -1, type: 'html', open: '', target: null, tags: null };
  return { source, marks, blocks, index: blocks.length - 1, out: [], frames: [root], depth, pairs: 0, at };
}

function writeMarks(writer: Writer, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const mark = writer.marks[index]!;
    if (mark.kind === 'run') writeRun(writer, mark);
    else if (mark.kind === 'bracket') {
      if (!mark.target) continue;
      if (mark.image) {
        writeImage(writer, mark, mark.target, index);
        index = mark.closedBy;
      } else openPair(writer, mark.start, mark.end, 'link', mark.target);
    } else if (mark.kind === 'bracketEnd') closePair(writer, mark.start, mark.end);
    else if (mark.kind === 'tag') writeTag(writer, mark);
    else if (mark.start >= writer.at) writeSimple(writer, mark);
  }
}

function writeSimple(
  writer: Writer,
  mark: Extract<InlineMark, { kind: 'character' | 'break' | 'single' }>,
): void {
  const { offset } = writer.source;
  flushText(writer, mark.start);
  const [start, end] = [mark.start + offset, mark.end + offset];
  if (mark.kind === 'character') writer.out.push({ kind: 'text', start, end, text: mark.text });
  else if (mark.kind === 'break') writer.out.push({ kind: mark.hard ? 'hard' : 'soft', start, end });
  else
    writer.out.push({
      kind: 'single',
      start,
      end,
      parts: [markup(writer.source, mark.start, mark.end)],
      ...mark.code,
    });
  writer.at = mark.end;
}

/** Writes what stands between the last token and `to` as text. */
function flushText(writer: Writer, to: number): void {
  const { text, offset } = writer.source;
  if (to > writer.at) {
    writer.out.push({
      kind: 'text',
      start: writer.at + offset,
      end: to + offset,
      text: text.slice(writer.at, to),
    });
  }
  writer.at = Math.max(writer.at, to);
}

/** Markup as a part of a code: a line break in it, with the indentation after it, is one space. */
function markup({ text }: BlockText, from: number, to: number): string {
  return text.slice(from, to).replace(/\n[ \t]*/g, ' ');
}

/** Shared, since most spans are of these. */
const MARKS: ReadonlyMap<string, readonly string[]> = new Map(
  ['*', '_', '**', '__', '~', '~~'].map((mark) => [mark, [mark, mark]]),
);

function openPair(writer: Writer, from: number, to: number, type: CodeType, target: Target | null): void {
  const { offset } = writer.source;
  checkDepth(writer);
  flushText(writer, from);
  const pair = writer.pairs++;
  const open = markup(writer.source, from, to);
  writer.frames.push({ pair, type, open, target, tags: null });
  writer.out.push({ kind: 'open', start: from + offset, end: to + offset, pair });
  writer.at = to;
}

function checkDepth(writer: Writer): void {
  if (writer.frames.length + writer.depth > MAX_INLINE_DEPTH) {
    throw new HexaplaError('markdown-depth', { limit: MAX_INLINE_DEPTH });
  }
}

function closePair(writer: Writer, from: number, to: number): void {
  const { offset } = writer.source;
  flushText(writer, from);
  const frame = writer.frames.pop();
  if (!frame || writer.frames.length === 0) throw new Error('a code is closed that was not opened');
  const { pair, type, open, target } = frame;
  const [start, end] = [from + offset, to + offset];
  if (target) {
    const parts = [open, ...targetParts(writer, from, to, target)];
    writer.out.push({ kind: 'close', start, end, pair, type, parts, href: target.href });
  } else writer.out.push({ kind: 'close', start, end, pair, type, parts: MARKS.get(open) ?? [open, open] });
  writer.at = to;
}

/** The parts of a link or an image from its closing bracket on. */
function targetParts(writer: Writer, from: number, to: number, { label, title }: Target): SourcePart[] {
  if (label !== null) return [`][${label}]`];
  const titled = title && writeTitle(writer, title);
  if (!titled) return [markup(writer.source, from, to)];
  return [markup(writer.source, from, titled.start), titled.index, markup(writer.source, titled.end, to)];
}

function writeRun(writer: Writer, run: Run): void {
  let at = run.start;
  if (run.closes) {
    for (const { size } of run.closes) {
      closePair(writer, at, at + size);
      at += size;
    }
  }
  if (!run.opens) return;
  at += run.left;
  for (let index = run.opens.length - 1; index >= 0; index--) {
    const { size, type } = run.opens[index]!;
    openPair(writer, at, at + size, type, null);
    at += size;
  }
}

const LINE_BREAK_TAG = /^<br[\s/>]/i;

function writeTag(writer: Writer, mark: Extract<InlineMark, { kind: 'tag' }>): void {
  const { source, out } = writer;
  flushText(writer, mark.start);
  const start = mark.start + source.offset;
  const raw = markup(source, mark.start, mark.end);
  writer.at = mark.end;
  if (mark.name === 'br' && LINE_BREAK_TAG.test(raw)) {
    const rest = /[ \t]*\n[ \t]*/y;
    rest.lastIndex = mark.end;
    writer.at += rest.exec(source.text)?.[0].length ?? 0;
    out.push({ kind: 'hard', start, end: writer.at + source.offset });
    return;
  }
  const frame = writer.frames.at(-1)!;
  if (mark.shape === 'close' && pairTags(writer, frame, mark.name, start, raw)) return;
  if (mark.shape === 'open') {
    frame.tags = openTag(frame.tags, mark.name, out.length);
  }
  out.push({ kind: 'single', start, end: mark.end + source.offset, type: 'html', parts: [raw] });
}

/** Joins a closing tag with the nearest opening one of its name that the same code directly holds. */
function pairTags(writer: Writer, frame: Frame, name: string, start: number, raw: string): boolean {
  const token = takeTag(frame.tags, name);
  const opening = token === null ? undefined : writer.out[token];
  if (token === null || opening?.kind !== 'single') return false;
  const pair = writer.pairs++;
  writer.out[token] = { kind: 'open', start: opening.start, end: opening.end, pair };
  const parts = [...opening.parts, raw];
  writer.out.push({ kind: 'close', start, end: writer.at + writer.source.offset, pair, type: 'html', parts });
  return true;
}

function writeImage(writer: Writer, bracket: Bracket, target: Target, index: number): void {
  const { source, marks, blocks } = writer;
  const { offset } = source;
  const closing = marks[bracket.closedBy]!;
  checkDepth(writer);
  flushText(writer, bracket.start);
  const { start, end } = trimRange(source.text, bracket.end, closing.start);
  const parts: SourcePart[] = [];
  let from = bracket.start;
  if (start < end) {
    const alt = addBlock(writer, 'alt', start, end);
    const inner = newWriter(
      { text: source.text, offset },
      marks,
      blocks,
      start,
      writer.depth + writer.frames.length,
    );
    writeMarks(inner, firstFrom(marks, index + 1, start), lastBefore(marks, bracket.closedBy, end));
    flushText(inner, end);
    const inlines = withoutLastBreaks(inner.out);
    const last = inlines.at(-1);
    if (last) {
      blocks[alt] = { ...blocks[alt]!, end: last.end, inlines };
      parts.push(markup(source, bracket.start, start), alt);
      from = last.end - offset;
    } else blocks.length = alt;
  }
  const rest = imageRest(writer, from, closing.start, closing.end, target);
  writer.out.push({
    kind: 'single',
    start: bracket.start + offset,
    end: closing.end + offset,
    type: 'image',
    parts: [...parts, ...rest],
    href: target.href,
  });
  writer.at = closing.end;
}

function imageRest(writer: Writer, from: number, close: number, to: number, target: Target): SourcePart[] {
  const [first, ...others] = targetParts(writer, close, to, target);
  return [markup(writer.source, from, close) + String(first), ...others];
}

function addBlock(writer: Writer, kind: 'alt' | 'title', from: number, to: number): number {
  const { offset } = writer.source;
  const parent = writer.index;
  writer.blocks.push({ kind, form: kind, start: from + offset, end: to + offset, inlines: [], parent });
  return writer.blocks.length - 1;
}

function setInlines(blocks: Block[], index: number, inlines: readonly SourceInline[]): void {
  blocks[index] = { ...blocks[index]!, inlines };
}

function writeTitle(
  writer: Writer,
  title: Title,
): { readonly index: number; readonly start: number; readonly end: number } | null {
  const { text, offset } = writer.source;
  const { start, end } = trimRange(text, title.start, title.end);
  if (start >= end) return null;
  const index = addBlock(writer, 'title', start, end);
  setInlines(writer.blocks, index, readPlain(text, start, end, offset));
  return { index, start, end };
}
