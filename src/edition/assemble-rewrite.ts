import type { Block, OutlineNode, ParsedDocument, SourceInline } from '../model/block.ts';
import { type Codes, type Content, formatContent } from '../model/content.ts';
import { HexaplaError } from '../model/error.ts';
import type { Unit, UnitNode } from '../model/unit.ts';
import type { Delimiter, WriteContext } from '../model/write.ts';
import { textNotice } from './assemble-notices.ts';
import { joinUnit } from './join.ts';

/** What stands in a segment's place. `notice`: a tag that opens and markup that closes, around text in another language. */
export interface SegmentFill {
  readonly content: Content;
  readonly codes: Codes;
  readonly notice?: { readonly before: string; readonly after: string };
}

/** A replacement in a document's text (UTF-16 offsets). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A unit that is written anew, with what it is to say. */
export interface Rewrite {
  readonly unit: Unit;
  readonly nodes: readonly UnitNode[];
}

/** The units whose content differs from the source's, by their block. */
export function planRewrites(
  parsed: ParsedDocument,
  units: readonly Unit[],
  fill: (segment: string) => SegmentFill | null,
): Map<number, Rewrite> {
  const plan = new Map<number, Rewrite>();
  for (const unit of units) {
    const fills = unit.segments.map(({ id }) => fill(id));
    if (!fills.some((filled, at) => filled && differs(filled, unit.segments[at]))) continue;
    const pieces = unit.segments.map((segment, at) => {
      const gap = unit.gaps[at];
      const gapAfter = gap ? { kind: gap.kind, raw: parsed.text.slice(gap.start, gap.end) } : null;
      const { content, codes, notice } = fills[at] ?? { ...segment, notice: undefined };
      return notice ? { content, codes, gapAfter, notice: textNotice(notice) } : { content, codes, gapAfter };
    });
    plan.set(unit.block, { unit, nodes: joinUnit(pieces) });
  }
  return plan;
}

function differs(fill: SegmentFill, source: { content: Content; codes: Codes } | undefined): boolean {
  if (fill.notice || !source) return true;
  if (fill.codes !== source.codes && JSON.stringify(fill.codes) !== JSON.stringify(source.codes)) return true;
  return fill.content !== source.content && formatContent(fill.content) !== formatContent(source.content);
}

/** What the rewriting of a document's units needs. */
export interface Rewriting {
  readonly parsed: ParsedDocument;
  /** By block. */
  readonly plan: ReadonlyMap<number, Rewrite>;
  /** Block of a unit, by its id. */
  readonly blockOf: ReadonlyMap<string, number>;
  readonly write: (nodes: readonly UnitNode[], context: WriteContext) => string;
  readonly defined: (label: string) => boolean;
}

/**
 * Writes the planned units: one edit each, but for those that stand within another unit that is written anew. `care`
 * tells how careful to be with a block. Throws HexaplaError `shape`, naming the unit's first segment.
 */
export function writeEdits(rewriting: Rewriting, care: (block: number) => 0 | 1): Edit[] {
  const { parsed, plan } = rewriting;
  const edits: Edit[] = [];
  let tokens: ReadonlyMap<number, SourceInline> | null = null;
  for (const [index, { nodes }] of plan) {
    if (hasRewrittenParent(parsed, plan, index)) continue;
    const block = blockAt(parsed, index);
    const text = writeBlock(rewriting, index, nodes, care);
    tokens ??= block.form === 'alt' ? tokensOfBlocks(parsed) : null;
    const label = block.form === 'alt' ? fullReference(parsed, tokens?.get(index), index) : null;
    edits.push(
      label
        ? { start: block.start, end: label.end, text: text + label.text }
        : { ...extentOf(parsed.text, block), text },
    );
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** The inline tokens in whose markup a block stands, by the block. */
function tokensOfBlocks({ blocks }: ParsedDocument): ReadonlyMap<number, SourceInline> {
  const tokens = new Map<number, SourceInline>();
  for (const { inlines } of blocks) {
    for (const token of inlines) {
      if (token.kind !== 'single' && token.kind !== 'close') continue;
      for (const part of token.parts) if (typeof part === 'number') tokens.set(part, token);
    }
  }
  return tokens;
}

/** What must follow a new alternative text where the old one was the label of a definition; null where it was not. */
function fullReference(
  { text }: ParsedDocument,
  token: SourceInline | undefined,
  index: number,
): { readonly text: string; readonly end: number } | null {
  if (token?.kind !== 'single') return null;
  const after = token.parts.slice(token.parts.indexOf(index) + 1);
  const [label] = after;
  if (after.length !== 1 || typeof label !== 'string' || !/^\s*\]\[/.test(label)) return null;
  return text.slice(token.end - label.length, token.end) === label ? null : { text: label, end: token.end };
}

function blockAt(parsed: ParsedDocument, index: number): Block {
  const block = parsed.blocks[index];
  if (!block) throw new Error(`the document has no block ${index}`);
  return block;
}

function hasRewrittenParent(parsed: ParsedDocument, plan: Rewriting['plan'], index: number): boolean {
  for (let at = blockAt(parsed, index).parent; at !== null; at = blockAt(parsed, at).parent) {
    if (plan.has(at)) return true;
  }
  return false;
}

function writeBlock(
  rewriting: Rewriting,
  index: number,
  nodes: readonly UnitNode[],
  care: (block: number) => 0 | 1,
): string {
  const { parsed, plan, blockOf } = rewriting;
  const block = blockAt(parsed, index);
  const subunit = (id: string): string => {
    const at = blockOf.get(id);
    if (at === undefined) throw new Error(`a code names the unit ${id}, which the document does not have`);
    const inner = plan.get(at);
    const { start, end } = blockAt(parsed, at);
    return inner ? writeBlock(rewriting, at, inner.nodes, care) : parsed.text.slice(start, end);
  };
  const place = { ...placeOf(parsed, block), defined: rewriting.defined };
  const segment = plan.get(index)?.unit.segments[0]?.id ?? '';
  try {
    const text = rewriting.write(nodes, {
      form: block.form,
      kind: block.kind,
      subunit,
      care: care(index),
      ...place,
    });
    if (text === '') throw new HexaplaError('shape', { reason: 'empty' });
    return text;
  } catch (error) {
    throw error instanceof HexaplaError ? error.at({ segment }) : error;
  }
}

function placeOf(
  parsed: ParsedDocument,
  block: Block,
): Pick<WriteContext, 'lineStart' | 'inCell' | 'delimiter'> {
  const { text } = parsed;
  const { form, start } = block;
  if (form === 'yaml')
    return { lineStart: false, inCell: inFlow(text, start), delimiter: quoteOf(text, block) };
  const inCell = topBlock(parsed, block).form === 'cell';
  if (form === 'title') return { lineStart: false, inCell, delimiter: quoteBefore(text, start) };
  const afterMark = form === 'alt' || form === 'heading' || (form === 'cell' && hasCellBefore(text, start));
  const afterBox =
    block.kind === 'item' && /\[[ xX]\][ \t]+$/.test(text.slice(Math.max(0, start - 16), start));
  return { lineStart: !afterMark && !afterBox, inCell, delimiter: null };
}

/** Whether a pipe stands before `start` in its line. */
function hasCellBefore(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text[at] !== '\n' && text[at] !== '|') at--;
  return text[at] === '|';
}

/** Whether a value of front matter stands in brackets rather than behind its key or its dash. */
function inFlow(text: string, start: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return !/^[ \t]*(?:-[ \t]+)*(?:[^\s"'[{][^:]*:[ \t]+)?["']?[ \t]*$/.test(before);
}

function topBlock(parsed: ParsedDocument, block: Block): Block {
  let top = block;
  while (top.parent !== null) top = blockAt(parsed, top.parent);
  return top;
}

function quoteBefore(text: string, start: number): Delimiter {
  let at = start - 1;
  while (/\s/.test(text.charAt(at))) at--;
  const mark = text.charAt(at);
  return mark === '"' || mark === "'" || mark === '(' ? mark : null;
}

function quoteOf(text: string, { start, end }: Block): Delimiter {
  const quote = quoteBefore(text, start);
  return quote !== '(' && quote !== null && text.charAt(afterSpace(text, end)) === quote ? quote : null;
}

function afterSpace(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text.charAt(next))) next++;
  return next;
}

/** The range that a block's new text replaces: for a quoted scalar, its quotation marks too. */
function extentOf(text: string, block: Block): { start: number; end: number } {
  const { start, end } = block;
  if (block.form !== 'yaml' || quoteOf(text, block) === null) return { start, end };
  const quote = quoteBefore(text, start) ?? '';
  return { start: text.lastIndexOf(quote, start - 1), end: afterSpace(text, end) + 1 };
}

/** The labels of a document's link reference definitions, as a question; looked up only once it is asked. */
export function definedLabels(parsed: ParsedDocument): (label: string) => boolean {
  let labels: Set<string> | null = null;
  return (label) => {
    labels ??= collectLabels(parsed.text, parsed.outline(), new Set());
    return labels.has(foldLabel(label));
  };
}

function collectLabels(text: string, nodes: readonly OutlineNode[], into: Set<string>): Set<string> {
  for (const node of nodes) {
    if (node.type === 'definition') {
      const label = /^[ \t]*\[((?:[^\][\\]|\\[\s\S])*)\]:/.exec(text.slice(node.start, node.end))?.[1];
      if (label !== undefined) into.add(foldLabel(label));
    }
    collectLabels(text, node.children, into);
  }
  return into;
}

function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** A text with edits applied; they are sorted and disjoint. Linear. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: replacement } of edits) {
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}
