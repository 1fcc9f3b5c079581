import type { SyntaxNode, Tree } from '@lezer/common';
import type { BlockForm, Opaque, UnitKind } from '../model/block.ts';
import { readDefinitions } from './markdown-definitions.ts';
import { hasVisibleLetters } from './markdown-html.ts';
import { type Definition, normalizeLabel } from './markdown-links.ts';

/** A block with text: its extent in the document (UTF-16) and the places of container marks within it. */
export interface Leaf {
  readonly kind: UnitKind;
  readonly form: BlockForm;
  readonly start: number;
  readonly end: number;
  /** Offsets of `>` marks at the beginning of its later lines, rising. */
  readonly marks: readonly number[];
  readonly level: number;
}

/** What one walk over a document's tree gives; all in document order. */
export interface Survey {
  readonly leaves: readonly Leaf[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlySet<string>;
  readonly opaque: readonly Opaque[];
}

interface Walk {
  readonly text: string;
  readonly leaves: Leaf[];
  readonly definitions: Map<string, Definition>;
  readonly footnotes: Set<string>;
  readonly opaque: Opaque[];
}

const CONTAINERS: ReadonlyMap<string, UnitKind> = new Map([
  ['ListItem', 'item'],
  ['Quote', 'quote'],
  ['Footnote', 'footnote'],
]);

/** Collects what has text, what can be referred to and what cannot be read. Linear. */
export function surveyTree(text: string, tree: Tree): Survey {
  const walk: Walk = { text, leaves: [], definitions: new Map(), footnotes: new Set(), opaque: [] };
  walkChildren(walk, tree.topNode, 'paragraph');
  return walk;
}

function walkChildren(walk: Walk, parent: SyntaxNode, kind: UnitKind): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const container = CONTAINERS.get(node.name);
    if (container) walkChildren(walk, node, container);
    else visitBlock(walk, node, kind);
  }
}

function visitBlock(walk: Walk, node: SyntaxNode, kind: UnitKind): void {
  const { name } = node;
  if (name === 'BulletList' || name === 'OrderedList') walkChildren(walk, node, kind);
  else if (name === 'Paragraph')
    addLeaf(walk, node, kind, 'flow', node.from + taskMark(walk.text, node), node.to);
  else if (name.startsWith('ATXHeading')) addHeading(walk, node, Number(name.slice(-1)));
  else if (name.startsWith('SetextHeading')) addSetext(walk, node, Number(name.slice(-1)));
  else if (name === 'Table') visitTable(walk, node);
  else if (name === 'FootnoteMark') addFootnote(walk, node);
  else if (name === 'LinkReference') addDefinition(walk, node);
  else if (name === 'HTMLBlock') addHtml(walk, node);
}

function addLeaf(
  walk: Walk,
  node: SyntaxNode,
  kind: UnitKind,
  form: BlockForm,
  from: number,
  to: number,
  level = 0,
): void {
  const { text } = walk;
  let [start, end] = [from, to];
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start >= end) return;
  walk.leaves.push({ kind, form, start, end, marks: quoteMarks(node, end), level });
}

const TASK = /\[[ \txX]\](?=[ \t]+[^\s]|\n)/y;

/** The length of the check box at the beginning of a list item's first paragraph, or 0. */
export function taskMark(text: string, paragraph: SyntaxNode): number {
  const mark = paragraph.prevSibling;
  if (mark?.name !== 'ListMark' || text.slice(mark.to, paragraph.from).includes('\n')) return 0;
  TASK.lastIndex = paragraph.from;
  return TASK.exec(text)?.[0].length ?? 0;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}

function addHeading(walk: Walk, node: SyntaxNode, level: number): void {
  const first = node.firstChild;
  const last = node.lastChild;
  const start = first?.to ?? node.from;
  const end = last && first && last.from > first.from ? last.from : node.to;
  addLeaf(walk, node, 'heading', 'heading', start, end, level);
}

function addSetext(walk: Walk, node: SyntaxNode, level: number): void {
  const underline = node.lastChild;
  const end = walk.text.lastIndexOf('\n', underline ? underline.from : node.to);
  addLeaf(walk, node, 'heading', 'setext', node.from, end, level);
}

function visitTable(walk: Walk, table: SyntaxNode): void {
  const columns = table.firstChild?.getChildren('TableCell').length ?? 0;
  for (let row = table.firstChild; row; row = row.nextSibling) {
    let column = 0;
    for (let cell = row.firstChild; cell && column < columns; cell = cell.nextSibling) {
      addLeaf(walk, cell, 'cell', 'cell', cell.from, cell.to);
      column++;
    }
  }
}

function addFootnote(walk: Walk, mark: SyntaxNode): void {
  walk.footnotes.add(normalizeLabel(walk.text.slice(mark.from + 2, mark.to - 2)));
}

function addDefinition(walk: Walk, node: SyntaxNode): void {
  const [read] = readDefinitions(nodeText(walk.text, node)).found;
  if (!read) throw new Error(`no definition at ${node.from}`);
  const key = normalizeLabel(read.label);
  if (!walk.definitions.has(key)) walk.definitions.set(key, { href: read.href });
  const title = node.getChild('LinkTitle');
  if (title && title.to > title.from)
    walk.opaque.push({ kind: 'definition', start: title.from, end: title.to });
}

/** A node's text with the container marks in it as spaces. */
function nodeText(text: string, node: SyntaxNode): string {
  return blankMarks(text, node.from, node.to, quoteMarks(node, node.to));
}

const NO_MARKS: readonly number[] = [];

function quoteMarks(node: SyntaxNode, end: number): readonly number[] {
  let mark = node.firstChild;
  if (!mark) return NO_MARKS;
  const marks: number[] = [];
  for (; mark; mark = mark.nextSibling) {
    if (mark.name === 'QuoteMark' && mark.from < end) marks.push(mark.from);
  }
  return marks;
}

/** The text [start, end) with the characters at `marks` as spaces. */
export function blankMarks(text: string, start: number, end: number, marks: readonly number[]): string {
  if (marks.length === 0) return text.slice(start, end);
  let out = '';
  let at = start;
  for (const mark of marks) {
    out += `${text.slice(at, mark)} `;
    at = mark + 1;
  }
  return out + text.slice(at, end);
}

function addHtml(walk: Walk, node: SyntaxNode): void {
  if (hasVisibleLetters(walk.text.slice(node.from, node.to))) {
    walk.opaque.push({ kind: 'html', start: node.from, end: node.to });
  }
}
