import type { OutlineNode } from '../model/block.ts';
import { join, type Markup, NOTHING, spaced, tag, text } from '../model/html.ts';
import type { Row } from '../model/row.ts';
import { cellOf, frameLocale, type PageContext } from './page-context.ts';
import { codeBlock, htmlBlock } from './page-flow.ts';
import { wordsForReaders } from './page-readers.ts';
import { stateOf } from './page-state.ts';
import { type Column, stateClass } from './parallel-column.ts';
import {
  asideLabel,
  cellAttributes,
  rowClass,
  rowContent,
  rowLabel,
  rowNumbers,
  rowView,
} from './parallel-row.ts';

/** From this many rows on, blocks out of sight are not laid out until they are needed. */
const LONG = 100;

/** What the continuous text is written with. */
interface FlowView {
  readonly context: PageContext;
  readonly columns: readonly Column[];
  readonly titleBlock: number | null;
  readonly numbers: ReadonlyMap<Row, number>;
  /** Blocks whose rows stand inside another block's codes, by that block. */
  readonly inner: ReadonlyMap<number, readonly number[]>;
}

/**
 * A document's blocks as an ordered list, each language's text below the other's: headings, lists and quotations are
 * those of the document. Linear in rows × locales.
 */
export function flowBody(
  context: PageContext,
  columns: readonly Column[],
  titleBlock: number | null,
): Markup {
  const numbers = new Map<Row, number>();
  let next = 1;
  for (const row of context.input.parallel.rows) {
    numbers.set(row, next);
    next += row.ids.length;
  }
  const view = { context, columns, titleBlock, numbers, inner: innerBlocks(context) };
  const items = context.input.parsed
    .outline()
    .map((node) => nodeMarkup(view, node))
    .filter((markup) => markup !== NOTHING)
    .map((markup) => tag('li', {}, markup));
  return tag('ol', { class: numbers.size > LONG ? 'flow long' : 'flow' }, join(items, '\n'));
}

function innerBlocks({ input }: PageContext): Map<number, number[]> {
  const inner = new Map<number, number[]>();
  for (const [index, { parent }] of input.parsed.blocks.entries()) {
    if (parent === null) continue;
    const list = inner.get(parent) ?? [];
    list.push(index);
    inner.set(parent, list);
  }
  return inner;
}

function nodeMarkup(view: FlowView, node: OutlineNode): Markup {
  switch (node.type) {
    case 'list':
      return list(view, node);
    case 'quote':
      return tag('blockquote', {}, leaf(view, node), children(view, node));
    case 'codeBlock':
      return aside(view, node, codeBlock(node, true));
    case 'htmlBlock':
      return aside(view, node, view.columns[0] ? htmlBlock(view.columns[0].view, node) : NOTHING);
    case 'rule':
      return tag('hr', {});
    case 'definition':
      return NOTHING;
    default:
      return join([leaf(view, node), children(view, node)]);
  }
}

function children(view: FlowView, node: OutlineNode): Markup {
  return join(node.children.map((child) => nodeMarkup(view, child)));
}

function list(view: FlowView, node: OutlineNode): Markup {
  const { context } = view;
  const items = node.children.map((item) => {
    const inner = join([leaf(view, item), children(view, item)]);
    if (item.checked === undefined) return tag('li', {}, inner);
    const key = item.checked ? 'page.task.done' : 'page.task.open';
    const place = { tag: 'span', class: 'vh', around: frameLocale(context) };
    const box = tag('span', { class: 'box', 'aria-hidden': 'true' }, text(item.checked ? '☑' : '☐'));
    return tag('li', { class: 'task' }, box, wordsForReaders(context, place, key), inner);
  });
  const start = node.ordered && node.first !== 1 ? node.first : null;
  return tag(node.ordered ? 'ol' : 'ul', { start }, join(items, '\n'));
}

/** What is the same in every language is there once. */
function aside({ context }: FlowView, node: OutlineNode, markup: Markup): Markup {
  return tag('div', { class: 'aside' }, asideLabel(context, node), markup);
}

function leaf(view: FlowView, node: OutlineNode): Markup {
  if (node.block === undefined) return NOTHING;
  const blocks = [node.block, ...(view.inner.get(node.block) ?? [])];
  return join(
    blocks.flatMap((block) => view.context.rowsOfBlock.get(block) ?? []).map((row) => article(view, row)),
    '\n',
  );
}

function article({ context, columns, titleBlock, numbers }: FlowView, row: Row): Markup {
  const view = rowView(context, row, numbers.get(row) ?? 1, titleBlock);
  const level = view.title ? 2 : view.place.heading;
  const told = columns.map((column): Told => {
    const state = stateClass(column, stateOf(cellOf(row, column.locale)));
    return { ...rowContent(column, view), attributes: cellAttributes(column), state: state || null };
  });
  return tag(
    'article',
    { id: row.ids[0], class: rowClass(view) || null },
    tag('span', { class: 'num' }, ...rowNumbers(context, view), rowLabel(context, view)),
    tag('div', { class: 'text' }, level !== null && view.first ? heading(told, level) : texts(told)),
  );
}

/** What one language has for a row. */
interface Told {
  readonly text: Markup;
  readonly marks: Markup;
  readonly attributes: Readonly<Record<string, string>>;
  readonly state: string | null;
}

function texts(told: readonly Told[]): Markup {
  return join(
    told.map(({ text: inner, marks, attributes, state }) =>
      tag('div', { ...attributes, class: state }, spaced([inner, marks])),
    ),
    '\n',
  );
}

/** One heading in all languages, and what is said about them after it: a heading holds nothing but its text. */
function heading(told: readonly Told[], level: number): Markup {
  const inner = told
    .filter((one) => one.text !== NOTHING)
    .map((one) => tag('span', { ...one.attributes, class: one.state }, one.text));
  const said = told
    .filter(({ marks }) => marks !== NOTHING)
    .map((one) =>
      tag('div', { ...one.attributes, class: one.text === NOTHING ? one.state : 'said' }, one.marks),
    );
  return join([tag(`h${level}`, { class: 'names' }, join(inner, ' ')), ...said]);
}
