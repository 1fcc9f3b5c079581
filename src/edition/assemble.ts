import type { ParsedDocument } from '../model/block.ts';
import { HexaplaError } from '../model/error.ts';
import type { Unit, UnitNode } from '../model/unit.ts';
import { noticeWords, type WriteContext } from '../model/write.ts';
import { blocksByParent, differingRange, foundTree, intendedTree, outlineLines } from './assemble-compare.ts';
import { documentNotice, withoutNotices } from './assemble-notices.ts';
import {
  applyEdits,
  definedLabels,
  type Edit,
  planRewrites,
  type Rewrite,
  type Rewriting,
  type SegmentFill,
  writeEdits,
} from './assemble-rewrite.ts';

/** What an edition of a document is put together from. */
export interface AssembleInput {
  readonly parsed: ParsedDocument;
  readonly units: readonly Unit[];
  /** What stands in a segment's place; null leaves the source as it is. */
  readonly fill: (segment: string) => SegmentFill | null;
  /** Markdown for the edition's head, or null. */
  readonly notice: string | null;
  /** Reads Markdown as `parsed` was read. */
  readonly read: (text: string) => ParsedDocument;
  /** Writes a unit's content. */
  readonly write: (nodes: readonly UnitNode[], context: WriteContext) => string;
}

/**
 * Puts an edition's Markdown together: the document with its segments replaced, every unit that says the same as
 * before byte for byte. What is written is read again: its outline is the source's, its units say what they should. A
 * unit for which this does not hold is written once more, more carefully. Throws HexaplaError `shape`, naming a
 * segment, where that does not help. Edits are sorted and disjoint; linear but for the writing of spans that touch.
 */
export function assemble(input: AssembleInput): { edits: readonly Edit[]; text: string } {
  const { parsed, units, fill, write } = input;
  const plan = planRewrites(parsed, units, fill);
  const blockOf = new Map(units.map(({ id, block }) => [id, block]));
  const rewriting: Rewriting = { parsed, plan, blockOf, write, defined: definedLabels(parsed) };
  const written = plan.size === 0 ? [] : settle(rewriting, input);
  const head = input.notice === null ? null : noticeEdit(parsed, input.notice);
  const edits = head ? inserted(written, head) : written;
  const text = applyEdits(parsed.text, edits);
  if (head || written.some((edit) => edit.text !== withoutNotices(edit.text))) {
    checkNotices(input, plan, text, head);
  }
  return { edits, text };
}

function inserted(edits: readonly Edit[], head: Edit): Edit[] {
  const before = edits.filter(({ end }) => end <= head.start);
  return [...before, head, ...edits.slice(before.length)];
}

function settle(rewriting: Rewriting, input: AssembleInput): Edit[] {
  const edits = writeEdits(rewriting, () => 0);
  const wrong = wrongBlocks(rewriting, input, edits);
  if (wrong.size === 0) return edits;
  const careful = writeEdits(rewriting, (block) => (wrong.has(block) ? 1 : 0));
  const [still] = wrongBlocks(rewriting, input, careful);
  if (still === undefined) return careful;
  const segment = rewriting.plan.get(still)?.unit.segments[0]?.id ?? '';
  throw new HexaplaError('shape', { reason: 'difference' }, { segment });
}

/** The rewritten blocks, by index, whose writing did not keep the tree. */
function wrongBlocks(rewriting: Rewriting, { read }: AssembleInput, edits: readonly Edit[]): Set<number> {
  const { parsed, plan } = rewriting;
  const plain = edits.map((edit) => ({ ...edit, text: withoutNotices(edit.text) }));
  const again = read(applyEdits(parsed.text, plain));
  const wrong = new Set<number>();
  const source = parsed.outline();
  const range = differingRange(outlineLines(source, true), outlineLines(again.outline(), true));
  if (!range) {
    compareBlocks(rewriting, again, wrong);
    return wrong;
  }
  const start = source[Math.max(0, range.from - 1)]?.start ?? 0;
  const end = source[Math.min(source.length - 1, range.to)]?.end ?? parsed.text.length;
  for (const index of plan.keys()) {
    const block = parsed.blocks[index];
    if (block && block.end >= start && block.start <= end) wrong.add(index);
  }
  return wrong.size > 0 ? wrong : new Set(plan.keys());
}

function compareBlocks(rewriting: Rewriting, again: ParsedDocument, wrong: Set<number>): void {
  const { parsed, plan, blockOf } = rewriting;
  const before = blocksByParent(parsed);
  const after = blocksByParent(again);
  const compare = (
    sourceIndexes: readonly number[],
    foundIndexes: readonly number[],
    parent: number,
  ): void => {
    let at = 0;
    for (const index of sourceIndexes) {
      const rewrite = plan.get(index);
      if (sourceIndexes.length < foundIndexes.length && rewrite) {
        while (at < foundIndexes.length - 1 && !says(again, foundIndexes[at], rewrite, parsed, index)) at++;
      }
      const found = foundIndexes[at++];
      if (found === undefined) wrong.add(rewrite || !plan.has(parent) ? index : parent);
      else {
        if (rewrite && !says(again, found, rewrite, parsed, index)) wrong.add(index);
        const kept = before.get(index) ?? [];
        compare(rewrite ? namedBlocks(rewrite.nodes, blockOf) : kept, after.get(found) ?? [], index);
      }
    }
  };
  compare(before.get(-1) ?? [], after.get(-1) ?? [], -1);
}

function says(
  again: ParsedDocument,
  found: number | undefined,
  rewrite: Rewrite,
  parsed: ParsedDocument,
  index: number,
): boolean {
  const block = found === undefined ? undefined : again.blocks[found];
  const source = parsed.blocks[index];
  if (!block || !source || block.form !== source.form || block.kind !== source.kind) return false;
  const asWords = block.form === 'alt' || block.form === 'title' || block.form === 'yaml';
  return foundTree(block.inlines) === intendedTree(rewrite.nodes, (raw) => (asWords ? noticeWords(raw) : ''));
}

/** The blocks of the sub-units that content names, in its order. */
function namedBlocks(nodes: readonly UnitNode[], blockOf: ReadonlyMap<string, number>): number[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'code') return [];
    const named = node.code.parts.flatMap((part) =>
      typeof part === 'string' ? [] : (blockOf.get(part.unit) ?? []),
    );
    return node.children ? [...namedBlocks(node.children, blockOf), ...named] : named;
  });
}

/** After front matter, else at the document's start. Null where nothing follows the front matter. */
function noticeEdit(parsed: ParsedDocument, notice: string): Edit | null {
  const [first] = parsed.outline();
  const at = first?.type === 'frontMatter' ? first.end : 0;
  if (at > 0 && parsed.text.charAt(at - 1) !== '\n') return null;
  return { start: at, end: at, text: documentNotice(notice) };
}

/** With its notices in place, what follows the head still has the source's outline. */
function checkNotices(input: AssembleInput, plan: Rewriting['plan'], text: string, head: Edit | null): void {
  const found = input.read(text).outline();
  const from = head ? text.indexOf(head.text) + head.text.trimEnd().length : 0;
  const below = found.filter(({ start, type }) => type === 'frontMatter' || start >= from);
  const source = input.parsed.outline();
  const range = differingRange(outlineLines(source, false), outlineLines(below, false));
  if (!range) return;
  const start = source[range.from]?.start ?? 0;
  const marked = [...plan.values()].find(({ unit }) => (input.parsed.blocks[unit.block]?.end ?? 0) >= start);
  throw new HexaplaError('shape', { reason: 'notice' }, { segment: marked?.unit.segments[0]?.id ?? '' });
}
