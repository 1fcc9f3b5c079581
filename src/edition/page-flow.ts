import type { OutlineNode } from '../model/block.ts';
import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import type { Row } from '../model/row.ts';
import { sourceContent } from './html-source.ts';
import { type CellView, cellMarks, cellText, contentMarkup } from './page-cell.ts';
import { changeId, rowChange } from './page-change.ts';
import { breakAfter, cellOf, directionOf, languageMarks, worded } from './page-context.ts';
import { byPlace } from './place.ts';

/** What the flow of one page is written with. */
export interface Flow {
  readonly view: CellView;
  /** The block that is the page's title without being a heading. */
  readonly titleBlock: number | null;
}

/** The blocks of a document as HTML, one language's text in the structure of the source. */
export function flowMarkup(flow: Flow, nodes: readonly OutlineNode[], tight = false): Markup {
  return join(
    nodes.map((node) => nodeMarkup(flow, node, tight)).filter((markup) => markup !== NOTHING),
    '\n',
  );
}

function nodeMarkup(flow: Flow, node: OutlineNode, tight: boolean): Markup {
  switch (node.type) {
    case 'heading':
      return heading(flow, node);
    case 'paragraph':
      if (node.block !== undefined && node.block === flow.titleBlock) return tag('h1', {}, leaf(flow, node));
      return tight ? leaf(flow, node) : tag('p', {}, leaf(flow, node));
    case 'list':
      return list(flow, node);
    case 'item':
      return tag('li', {}, leaf(flow, node), flowMarkup(flow, node.children));
    case 'quote':
      return tag('blockquote', {}, leaf(flow, node), flowMarkup(flow, node.children));
    case 'table':
      return table(flow, node);
    case 'codeBlock':
      return codeBlock(node, true);
    case 'htmlBlock':
      return htmlBlock(flow.view, node);
    case 'rule':
      return tag('hr', {});
    case 'row':
    case 'cell':
    case 'footnote':
    case 'definition':
    case 'frontMatter':
      return NOTHING;
  }
}

function heading(flow: Flow, node: OutlineNode): Markup {
  const level = flow.view.context.places.get(node.block ?? -1)?.heading ?? 6;
  const anchor = flow.view.context.anchors.get(node.block ?? -1) ?? null;
  return tag(`h${level}`, { id: anchor }, leaf(flow, node));
}

function list(flow: Flow, node: OutlineNode): Markup {
  const items = node.children.map((item) => {
    const inner = [leaf(flow, item), flowMarkup(flow, item.children, node.tight === true)];
    if (item.checked === undefined) return tag('li', {}, ...inner);
    return tag('li', { class: 'task' }, taskMark(flow, item.checked), ...inner);
  });
  const start = node.ordered && node.first !== 1 ? node.first : null;
  return tag(node.ordered ? 'ol' : 'ul', { start }, join(items, '\n'));
}

function taskMark(flow: Flow, done: boolean): Markup {
  const { context, locale } = flow.view;
  const key = done ? 'page.task.done' : 'page.task.open';
  return join([
    tag('span', { class: 'box', 'aria-hidden': 'true' }, text(done ? '☑' : '☐')),
    worded(context, { tag: 'span', class: 'vh', around: locale, locale }, key),
    text(' '),
  ]);
}

function table(flow: Flow, node: OutlineNode): Markup {
  const rows = (head: boolean): Markup[] =>
    node.children
      .filter((row) => (row.head === true) === head)
      .map((row) => tag('tr', {}, ...row.children.map((cell) => tableCell(flow, cell, head))));
  const body = rows(false);
  const { context, locale } = flow.view;
  const { words, uiLocale } = context.input;
  const language = uiLocale(locale);
  return tag(
    'div',
    {
      class: 'scroll',
      tabindex: '0',
      role: 'group',
      'aria-label': words(locale, 'page.table'),
      // The label is in the language of its element, so the table within says again which one it is in.
      ...languageMarks(language, locale),
    },
    tag(
      'table',
      languageMarks(locale, language),
      tag('thead', {}, ...rows(true)),
      body.length === 0 ? NOTHING : tag('tbody', {}, join(body, '\n')),
    ),
  );
}

/** An empty head cell names nothing, so it is no head cell. */
function tableCell(flow: Flow, node: OutlineNode, head: boolean): Markup {
  const inner = leaf(flow, node);
  const align = node.align ? `align-${node.align}` : null;
  return head && inner !== NOTHING
    ? tag('th', { scope: 'col', class: align }, inner)
    : tag('td', { class: align }, inner);
}

/** Code is in no language: `dir` keeps its signs in their order. Where it scrolls, the keyboard has to reach it. */
export function codeBlock(node: OutlineNode, scrolls: boolean): Markup {
  const code = tag('code', {}, text(node.literal ?? ''));
  return tag('pre', { dir: 'ltr', translate: 'no', tabindex: scrolls ? '0' : null }, code);
}

/** HTML of the source document is shown as text and never as what it says. */
export function htmlBlock({ context, locale }: CellView, node: OutlineNode): Markup {
  const source = context.input.parallel.sourceLocale;
  return tag(
    'figure',
    { class: 'opaque' },
    worded(context, { tag: 'figcaption', around: locale, locale }, 'page.html'),
    tag('pre', { lang: source, dir: directionOf(source) }, tag('code', {}, text(node.literal ?? ''))),
  );
}

/** The text of a leaf: its rows, each under the id of its segment. */
function leaf(flow: Flow, node: OutlineNode): Markup {
  if (node.block === undefined) return NOTHING;
  const { context } = flow.view;
  const rows = context.rowsOfBlock.get(node.block);
  if (!rows) return bareBlock(flow, node.block);
  const told = byPlace(rows, (row) => cellOf(row, flow.view.locale).place);
  const pieces = told.flatMap((row, index) => {
    const here = rows[index];
    const last = here === undefined || index === rows.length - 1;
    return last ? [segment(flow, row)] : [segment(flow, row), between(flow, here)];
  });
  return join(pieces);
}

function between(flow: Flow, row: Row): Markup {
  const kind = breakAfter(flow.view.context, row);
  if (kind === 'break') return join([tag('br', {}), text('\n')]);
  return text(kind === 'space' ? ' ' : '');
}

function segment(flow: Flow, row: Row): Markup {
  const { context, locale } = flow.view;
  const cell = cellOf(row, locale);
  const joined = row.ids.slice(1).map((id) => tag('span', { id }));
  const marks = cellMarks(context, cell, locale);
  const told = rowChange(context, row, locale)
    ? [tag('a', { href: `#${changeId(row.ids[0])}` }, ...marks)]
    : marks;
  const parts = [cellText(flow.view, row), ...told];
  const inner = join(
    parts.filter((part) => part !== NOTHING),
    ' ',
  );
  const kind = cell.status === 'source' || cell.status === 'target' ? 'seg' : `seg seg-${cell.status}`;
  return tag('span', { id: row.ids[0], class: kind }, ...joined, inner);
}

/** A block without segments, such as an image alone: its codes as the source has them. */
function bareBlock(flow: Flow, index: number): Markup {
  const { context } = flow.view;
  const block = context.input.parsed.blocks[index];
  if (!block) return NOTHING;
  const { content, codes } = sourceContent(block, (inner) => context.unitOfBlock.get(inner));
  return contentMarkup(flow.view, content, codes);
}
