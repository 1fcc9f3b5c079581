import type { SyntaxNode, Tree } from '@lezer/common';
import type { Block, OutlineNode, OutlineType } from '../model/block.ts';
import { decodeEscapes } from './markdown-characters.ts';
import { taskMark } from './markdown-leaves.ts';
import { readDelimiters } from './markdown-tables.ts';

interface Walk {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Index of the first block that no node holds yet. */
  next: number;
}

/** The tree of a document's blocks, from the engine's tree and the blocks read from it. Linear. */
export function outlineOf(text: string, tree: Tree, blocks: readonly Block[]): OutlineNode[] {
  return children({ text, blocks, next: 0 }, tree.topNode);
}

function children(walk: Walk, parent: SyntaxNode): OutlineNode[] {
  const out: OutlineNode[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const made = outlineNode(walk, node);
    if (made) out.push(made);
  }
  return out;
}

const LEAVES: ReadonlyMap<string, OutlineType> = new Map([
  ['Paragraph', 'paragraph'],
  ['LinkReference', 'definition'],
  ['HorizontalRule', 'rule'],
]);

function outlineNode(walk: Walk, node: SyntaxNode): OutlineNode | null {
  const { name, from: start, to: end } = node;
  const leaf = LEAVES.get(name);
  if (leaf) return { type: leaf, start, end, children: [], ...blockAt(walk, node) };
  if (/^(?:ATX|Setext)Heading/.test(name)) {
    const level = Number(name.slice(-1));
    return { type: 'heading', start, end, children: [], level, ...blockAt(walk, node) };
  }
  switch (name) {
    case 'Quote':
      return { type: 'quote', start, end, children: children(walk, node) };
    case 'Footnote':
      return { type: 'footnote', start, end, children: children(walk, node), ...label(walk, node) };
    case 'BulletList':
    case 'OrderedList':
      return listNode(walk, node);
    case 'ListItem':
      return { type: 'item', start, end, children: children(walk, node), ...checkBox(walk.text, node) };
    case 'Table':
      return { type: 'table', start, end, children: rows(walk, node) };
    case 'CodeBlock':
    case 'FencedCode':
      return codeNode(walk.text, node);
    case 'HTMLBlock':
    case 'CommentBlock':
      return { type: 'htmlBlock', start, end, children: [], literal: withoutMarks(walk.text, node) };
    default:
      return null;
  }
}

/** The block that stands in a leaf: blocks and leaves come in the same order. */
function blockAt(walk: Walk, { from, to }: SyntaxNode): { readonly block: number } | undefined {
  let block = walk.blocks[walk.next];
  while (block && (block.start < from || block.parent !== null)) block = walk.blocks[++walk.next];
  if (!block || block.end > to) return undefined;
  return { block: walk.next++ };
}

function label({ text }: Walk, node: SyntaxNode): { readonly label: string } | undefined {
  const mark = node.getChild('FootnoteMark');
  return mark ? { label: text.slice(mark.from + 2, mark.to - 2) } : undefined;
}

function listNode(walk: Walk, node: SyntaxNode): OutlineNode {
  const ordered = node.name === 'OrderedList';
  const mark = node.firstChild?.getChild('ListMark');
  const first = mark ? Number.parseInt(walk.text.slice(mark.from, mark.to), 10) : 1;
  const tight = !isLoose(walk.text, node);
  const base = { type: 'list' as const, start: node.from, end: node.to, ordered, tight };
  return { ...base, children: children(walk, node), ...(ordered ? { first } : {}) };
}

/** https://spec.commonmark.org/0.31.2/#loose */
function isLoose(text: string, list: SyntaxNode): boolean {
  if (hasBlankBetween(text, list)) return true;
  for (let item = list.firstChild; item; item = item.nextSibling)
    if (hasBlankBetween(text, item)) return true;
  return false;
}

function hasBlankBetween(text: string, parent: SyntaxNode): boolean {
  let end = -1;
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.name === 'ListMark' || node.name === 'QuoteMark') continue;
    if (end >= 0) {
      const line = text.indexOf('\n', end);
      const second = line < 0 ? -1 : text.indexOf('\n', line + 1);
      if (second >= 0 && second < node.from) return true;
    }
    end = lastEnd(node);
  }
  return false;
}

/** The end of a container's last leaf (of a quote's last mark): lists may take blank lines in at their end. */
function lastEnd(node: SyntaxNode): number {
  let last = node;
  while (/^(?:BulletList|OrderedList|ListItem|Quote|Footnote)$/.test(last.name)) {
    let child = last.lastChild;
    while (last.name !== 'Quote' && child?.name === 'QuoteMark' && child.prevSibling)
      child = child.prevSibling;
    if (!child) break;
    last = child;
  }
  return last.to;
}

function checkBox(text: string, item: SyntaxNode): { readonly checked: boolean } | undefined {
  const paragraph = item.getChild('Paragraph');
  if (!paragraph || taskMark(text, paragraph) === 0) return undefined;
  return { checked: /[xX]/.test(text.charAt(paragraph.from + 1)) };
}

function rows(walk: Walk, table: SyntaxNode): OutlineNode[] {
  const delimiters = table.getChild('TableDelimiter');
  const aligns = (delimiters && readDelimiters(walk.text.slice(delimiters.from, delimiters.to), 0)) ?? [];
  const lines = [...table.getChildren('TableHeader'), ...table.getChildren('TableRow')];
  return lines.map((row) => ({
    type: 'row',
    start: row.from,
    end: row.to,
    head: row.name === 'TableHeader',
    children: cells(walk, row, aligns),
  }));
}

/** No more cells than the head has. Missing ones are not made up: rows of one cell below a wide head are many. */
function cells(walk: Walk, row: SyntaxNode, aligns: readonly (OutlineNode['align'] | null)[]): OutlineNode[] {
  const found = row.getChildren('TableCell').slice(0, aligns.length);
  return found.map((cell, index) => {
    const block = cell.to > cell.from ? blockAt(walk, cell) : undefined;
    const align = aligns[index];
    return {
      type: 'cell',
      start: cell.from,
      end: cell.to,
      children: [],
      ...block,
      ...(align ? { align } : {}),
    };
  });
}

function codeNode(text: string, node: SyntaxNode): OutlineNode {
  const info = node.getChild('CodeInfo');
  const code = node.getChildren('CodeText').map(({ from, to }) => text.slice(from, to));
  const indent = node.name === 'FencedCode' ? fenceIndent(text, node) : 0;
  const joined = code.join('');
  const literal = indent > 0 ? joined.replace(new RegExp(`^ {1,${indent}}`, 'gm'), '') : joined;
  return {
    type: 'codeBlock',
    start: node.from,
    end: node.to,
    children: [],
    literal: literal === '' ? '' : `${literal}\n`,
    ...(info ? { info: decodeEscapes(text.slice(info.from, info.to)) } : {}),
  };
}

/**
 * How far a fence is indented within what it stands in: its lines lose as many spaces.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
function fenceIndent(text: string, { from, parent }: SyntaxNode): number {
  const column = (at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);
  const isOnLineOf = (at: number, other: number): boolean => !text.slice(at, other).includes('\n');
  if (parent?.name === 'Document') return column(from);
  const mark = parent?.getChild('ListMark');
  if (parent?.name === 'ListItem' && mark) {
    const first = mark.nextSibling;
    const content = first && isOnLineOf(mark.to, first.from) ? column(first.from) : column(mark.to) + 1;
    return Math.max(0, column(from) - content);
  }
  const quote = parent
    ?.getChildren('QuoteMark')
    .findLast((one) => one.to <= from && isOnLineOf(one.to, from));
  if (!quote) return 0;
  return Math.max(0, from - quote.to - (text.charAt(quote.to) === ' ' ? 1 : 0));
}

/** A node's text without the quote marks that stand at its lines' beginnings. */
function withoutMarks(text: string, node: SyntaxNode): string {
  let out = '';
  let at = node.from;
  for (const { from, to } of node.getChildren('QuoteMark')) {
    const line = text.lastIndexOf('\n', from) + 1;
    out += text.slice(at, Math.max(at, line));
    at = to + (text.charAt(to) === ' ' ? 1 : 0);
  }
  return out + text.slice(at, node.to);
}
