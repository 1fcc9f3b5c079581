import type { Cell, Row } from '../model/row.ts';
import { join, type Markup, NOTHING, tag, text } from './html.ts';
import { type CellView, cellMarks, cellText, isMachineDraft } from './page-cell.ts';
import {
  cellOf,
  directionOf,
  footnoteNumber,
  frameLocale,
  type PageContext,
  worded,
} from './page-context.ts';
import { codeBlock, htmlBlock } from './page-flow.ts';
import type { Place } from './page-place.ts';
import { wordsForReaders } from './page-readers.ts';
import type { Line } from './parallel-sections.ts';

/** A column of the table, with what its cells share. */
export interface Column {
  readonly locale: string;
  readonly index: number;
  readonly name: string;
  readonly view: CellView;
  /** Whether machine drafts stand beside other work, so that each has to be told apart at sight. */
  readonly mixed: boolean;
}

/** A row as it is written: where its block stands, and whether it is the first of its block and the page's title. */
interface RowView {
  readonly row: Row;
  readonly place: Place;
  readonly first: boolean;
  readonly title: boolean;
}

/** One line of the table. `titleBlock` is the block that is the title without being a heading. */
export function lineMarkup(
  context: PageContext,
  columns: readonly Column[],
  line: Line,
  titleBlock: number | null,
): Markup {
  const ruled = line.ruled ? 'ruled' : '';
  if (line.kind === 'aside') {
    const cells = columns.map((column) => asideCell(column, line.node));
    const name = line.node.type === 'htmlBlock' ? 'page.kind.html' : 'page.kind.code';
    const label = wordsForReaders(
      context,
      { tag: 'span', class: 'kind', around: frameLocale(context) },
      name,
    );
    const head = tag('th', { scope: 'row', role: 'rowheader', class: 'n' }, label);
    return tableRow({ class: classes('aside', ruled) }, [head, ...cells]);
  }
  const { row } = line;
  const place = context.places.get(row.block) ?? NOWHERE;
  const first = context.rowsOfBlock.get(row.block)?.[0] === row;
  const view: RowView = { row, place, first, title: row.block === titleBlock };
  const cells = columns.map((column) => cellMarkup(column, view));
  return tableRow({ id: row.ids[0], class: classes(rowClass(view), ruled) }, [
    rowHead(context, view, line.number),
    ...cells,
  ]);
}

const NOWHERE: Place = {
  heading: null,
  depth: 0,
  quoted: false,
  item: null,
  table: null,
  footnote: null,
};

function tableRow(
  attributes: Readonly<Record<string, string | undefined>>,
  cells: readonly Markup[],
): Markup {
  const inner = join(cells, '\n');
  return tag('tr', { role: 'row', ...attributes, class: attributes['class'] || null }, inner);
}

function classes(...names: readonly string[]): string {
  return names.filter((name) => name !== '').join(' ');
}

function rowClass({ row, place, first, title }: RowView): string {
  if (title) return 'title';
  if (place.heading !== null) return 'heading';
  if (row.kind === 'alt' || row.kind === 'title' || row.kind === 'frontMatter') return 'beside';
  return first ? 'start' : '';
}

/** The row's number is a link to it; what the row is, unless it is running text, is said in words. */
function rowHead(context: PageContext, view: RowView, number: number): Markup {
  const { row } = view;
  const former = row.ids.flatMap((id) => context.input.former.get(id) ?? []);
  const joined = [...row.ids.slice(1), ...former].map((id) => tag('span', { id }));
  const link = tag('a', { href: `#${row.ids[0]}` }, text(String(number)));
  return tag('th', { scope: 'row', role: 'rowheader', class: 'n' }, ...joined, link, rowLabel(context, view));
}

function rowLabel(context: PageContext, { row, place, first }: RowView): Markup {
  const around = frameLocale(context);
  const say = (hidden: boolean, key: string, values: Readonly<Record<string, string | number>> = {}) => {
    const kind = hidden ? 'vh' : 'kind';
    const place = { tag: 'span', class: kind, around };
    return join([text(' '), wordsForReaders(context, place, key, () => values)]);
  };
  if (row.kind === 'alt' || row.kind === 'title') return say(false, `page.kind.${row.kind}`);
  if (row.kind === 'frontMatter') {
    return say(false, 'page.kind.frontMatter', { key: context.input.parsed.blocks[row.block]?.key ?? '' });
  }
  if (!first) return NOTHING;
  if (place.footnote !== null) {
    const number = String(footnoteNumber(context, place.footnote) ?? 0);
    return say(false, 'page.kind.footnote', { number });
  }
  if (place.table) {
    const { row: line, column, head } = place.table;
    return head
      ? say(false, 'page.kind.head', { column })
      : say(false, 'page.kind.cell', { row: line, column });
  }
  if (place.item) {
    const { position, count } = place.item;
    return say(true, 'page.kind.item', { position, count });
  }
  return place.quoted ? say(true, 'page.kind.quote') : NOTHING;
}

function cellMarkup(column: Column, view: RowView): Markup {
  const { context } = column.view;
  const cell = cellOf(view.row, column.locale);
  const marks = [...cellMarks(context, cell, column.locale), originMark(column, cell)];
  const content = cellText(column.view, view.row);
  return tag(
    'td',
    { role: 'cell', ...cellAttributes(column), class: classes(`c${column.index}`, statusClass(cell)) },
    blockMarkup(view, content, spaced(marks)),
  );
}

function spaced(pieces: readonly Markup[]): Markup {
  return join(
    pieces.filter((piece) => piece !== NOTHING),
    ' ',
  );
}

function cellAttributes(column: Column): Readonly<Record<string, string>> {
  return { lang: column.locale, dir: directionOf(column.locale) };
}

function statusClass(cell: Cell): string {
  return cell.status === 'source' || cell.status === 'target' ? '' : `is-${cell.status}`;
}

/** Who made the text, in words for everybody who cannot see the column's head beside it. */
function originMark(column: Column, cell: Cell): Markup {
  const { context } = column.view;
  if (cell.status !== 'target' && cell.status !== 'stale') return NOTHING;
  const key =
    cell.origin === 'pseudo' ? 'page.mark.pseudo' : isMachineDraft(cell) ? 'page.mark.machine' : null;
  if (key === null) return NOTHING;
  const { locale, mixed } = column;
  return worded(context, { tag: 'small', class: mixed ? 'd mixed' : 'd', around: locale, locale }, key);
}

/** The text in the form of its block: only a heading's first row is one, and an empty heading is none. */
function blockMarkup({ place, first, title }: RowView, content: Markup, marks: Markup): Markup {
  const level = title ? 2 : place.heading;
  const depth = place.depth > 0 ? `d${Math.min(place.depth, 6)}` : '';
  const kind = classes('t', depth, place.quoted ? 'quoted' : '', level === null ? '' : `h h${level}`);
  if (level !== null && first && content !== NOTHING) {
    return spaced([tag(`h${level}`, { class: kind }, content), marks]);
  }
  const mark = itemMark(place, first);
  if (kind === 't' && mark === NOTHING) return spaced([content, marks]);
  return tag('div', { class: kind }, mark, spaced([content, marks]));
}

function itemMark(place: Place, first: boolean): Markup {
  if (!place.item || !first) return NOTHING;
  const { number, checked } = place.item;
  const mark = checked === null ? (number === null ? '•' : `${number}.`) : checked ? '☑' : '☐';
  return tag('span', { class: 'marker', 'aria-hidden': 'true' }, text(mark));
}

function asideCell(column: Column, node: Extract<Line, { kind: 'aside' }>['node']): Markup {
  const inner = node.type === 'htmlBlock' ? htmlBlock(column.view, node) : codeBlock(node, false);
  return tag('td', { role: 'cell', ...cellAttributes(column), class: `c${column.index}` }, inner);
}
