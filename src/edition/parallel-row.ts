import { join, type Markup, NOTHING, spaced, tag, text } from '../model/html.ts';
import type { Cell, Row } from '../model/row.ts';
import { cellMarks, textOf } from './page-cell.ts';
import { changeMarkup } from './page-change.ts';
import {
  cellOf,
  directionOf,
  footnoteNumber,
  frameLocale,
  languageMarks,
  type PageContext,
  worded,
} from './page-context.ts';
import { codeBlock, htmlBlock } from './page-flow.ts';
import { NOWHERE, type Place } from './page-place.ts';
import { wordsForReaders } from './page-readers.ts';
import { lengthOf, partsOf, stateOf } from './page-state.ts';
import { type Column, stateClass } from './parallel-column.ts';
import type { Line } from './parallel-sections.ts';

/** A row as it is written: where its block stands, and whether it is the first of its block and the page's title. */
export interface RowView {
  readonly row: Row;
  /** The number of its first segment. */
  readonly number: number;
  readonly place: Place;
  readonly first: boolean;
  readonly title: boolean;
}

/** From this many UTF-16 units on a row may be longer than half a printed page, and may be broken there. */
const TALL = 1200;

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
    const head = tag('th', { scope: 'row', role: 'rowheader' }, asideLabel(context, line.node));
    return tableRow({ class: classes('aside', ruled) }, [head, ...cells]);
  }
  const view = rowView(context, line.row, line.number, titleBlock);
  const tall = columns.some(({ locale }) => lengthOf(cellOf(line.row, locale)) > TALL) ? 'tall' : '';
  const cells = columns.map((column) => cellMarkup(column, view));
  return tableRow({ id: line.row.ids[0], class: classes(rowClass(view), ruled, tall) }, [
    rowHead(context, view),
    ...cells,
  ]);
}

/** A row with what decides how it is written. */
export function rowView(context: PageContext, row: Row, number: number, titleBlock: number | null): RowView {
  const place = context.places.get(row.block) ?? NOWHERE;
  const first = context.rowsOfBlock.get(row.block)?.[0] === row;
  return { row, number, place, first, title: row.block === titleBlock };
}

/** What a block is that has the same text in every language. */
export function asideLabel(context: PageContext, node: Extract<Line, { kind: 'aside' }>['node']): Markup {
  const name = node.type === 'htmlBlock' ? 'page.kind.html' : 'page.kind.code';
  return wordsForReaders(context, { tag: 'span', class: 'kind', around: frameLocale(context) }, name);
}

function tableRow(
  attributes: Readonly<Record<string, string | undefined>>,
  cells: readonly Markup[],
): Markup {
  return tag('tr', { role: 'row', ...attributes, class: attributes['class'] || null }, ...cells);
}

function classes(...names: readonly string[]): string {
  return names.filter((name) => name !== '').join(' ');
}

/** The class of a row by what it is in the document. */
export function rowClass({ row, place, first, title }: RowView): string {
  if (title) return 'title';
  if (place.heading !== null) return 'heading';
  if (row.kind === 'alt' || row.kind === 'title' || row.kind === 'frontMatter') return 'beside';
  return first ? 'start' : '';
}

function rowHead(context: PageContext, view: RowView): Markup {
  return tag(
    'th',
    { scope: 'row', role: 'rowheader' },
    ...rowNumbers(context, view),
    rowLabel(context, view),
  );
}

/** The numbers of a row's segments, each a link to it; the row itself has the id of the first one. */
export function rowNumbers(context: PageContext, { row, number }: RowView): readonly Markup[] {
  const former = row.ids.flatMap((id) => context.input.former.get(id) ?? []);
  const links = row.ids.map((id, index) =>
    tag('a', { id: index === 0 ? null : id, href: `#${id}` }, text(String(number + index))),
  );
  const ends = links.length > 2 ? [links[0] ?? NOTHING, ...hiddenAnchors(row.ids.slice(1, -1))] : links;
  const last = links.length > 2 ? [links.at(-1) ?? NOTHING] : [];
  return [...hiddenAnchors([...former, ...headingAnchor(context, row)]), dashed([...ends, ...last])];
}

/** The anchor of a heading stands in its first row. */
function headingAnchor({ anchors, rowsOfBlock }: PageContext, row: Row): string[] {
  const anchor = row.kind === 'heading' ? anchors.get(row.block) : undefined;
  return anchor === undefined || rowsOfBlock.get(row.block)?.[0] !== row ? [] : [anchor];
}

/** Segments in the middle of a long row need no number of their own, but links to them lead here. */
function hiddenAnchors(ids: readonly string[]): Markup[] {
  return ids.map((id) => tag('span', { id }));
}

function dashed(pieces: readonly Markup[]): Markup {
  const [first = NOTHING, ...rest] = pieces;
  const last = rest.pop();
  return last === undefined ? first : join([first, ...rest, text('–'), last]);
}

/** What a row is, unless it is running text, in words. */
export function rowLabel(context: PageContext, { row, place, first }: RowView): Markup {
  const around = frameLocale(context);
  const say = (hidden: boolean, key: string, values: Readonly<Record<string, string | number>> = {}) => {
    const kind = hidden ? 'vh' : 'kind';
    return join([
      text(' '),
      wordsForReaders(context, { tag: 'span', class: kind, around }, key, () => values),
    ]);
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
  return place.quoted && !place.item ? say(true, 'page.kind.quote') : NOTHING;
}

function cellMarkup(column: Column, view: RowView): Markup {
  const cell = cellOf(view.row, column.locale);
  const attributes = {
    role: 'cell',
    ...cellAttributes(column),
    class: stateClass(column, stateOf(cell)) || null,
  };
  return tag('td', attributes, blockMarkup(column, view));
}

/** `lang` and `dir` of what stands in a column. */
export function cellAttributes({ locale }: Column): Readonly<Record<string, string>> {
  return { lang: locale, dir: directionOf(locale) };
}

/** What a locale has for a row, with all that has to be said of it: each smaller row of its own under its number. */
export function rowContent(column: Column, view: RowView): { readonly text: Markup; readonly marks: Markup } {
  const { row, number } = view;
  const parts = partsOf(row, column.locale);
  const [only] = parts;
  if (parts.length === 1 && only) {
    return { text: textOf(column.view, only.cell), marks: marksOf(column, row, only.ids, only.cell) };
  }
  const pieces = parts.map(({ ids, cell }) => {
    const own = number + Math.max(row.ids.indexOf(ids[0] ?? ''), 0);
    const label = text(ids.length > 1 ? `${own}–${own + ids.length - 1}` : String(own));
    const inner = spaced([tag('sup', { class: 'no' }, label), textOf(column.view, cell)]);
    return spaced([tag('span', { class: 'part' }, inner), marksOf(column, row, ids, cell)]);
  });
  return { text: spaced(pieces), marks: NOTHING };
}

function marksOf(column: Column, row: Row, ids: readonly string[], cell: Cell): Markup {
  const { context } = column.view;
  const marks = cellMarks(context, cell, column.locale);
  const change = cell.status === 'stale' ? changeOf(column, row, ids, cell) : null;
  const told = change ? [tag('details', {}, tag('summary', {}, spaced(marks)), change)] : marks;
  return spaced([...told, originMark(column, cell)]);
}

function changeOf({ view, locale }: Column, row: Row, ids: readonly string[], cell: Cell): Markup | null {
  const { context } = view;
  const source = partsOf(row, context.input.parallel.sourceLocale);
  const own = source.filter((part) => ids.includes(part.ids[0] ?? ''));
  return changeMarkup(
    context,
    cell,
    own.map((part) => part.cell),
    locale,
  );
}

/** Who made the text, where the column's head cannot say it for all. */
function originMark({ view, locale, all }: Column, cell: Cell): Markup {
  const state = stateOf(cell.status === 'stale' ? { ...cell, status: 'target' } : cell);
  if ((state !== 'machine' && state !== 'pseudo') || state === all) return NOTHING;
  return worded(view.context, { tag: 'small', class: 'd', around: locale, locale }, `page.mark.${state}`);
}

/** The text in the form of its block: only a heading's first row is one, and an empty heading is none. */
function blockMarkup(column: Column, view: RowView): Markup {
  const { place, first, title } = view;
  const { text: content, marks } = rowContent(column, view);
  const level = title ? 2 : place.heading;
  if (level !== null && content !== NOTHING) {
    return spaced([
      first ? tag(`h${level}`, {}, content) : tag('div', { class: `h${level}` }, content),
      marks,
    ]);
  }
  const depth = place.depth > 0 ? `d${Math.min(place.depth, 6)}` : '';
  const kind = classes(depth, place.quoted ? 'quoted' : '');
  const mark = itemMark(column, view);
  if (kind === '' && mark === NOTHING) return spaced([content, marks]);
  return tag('div', { class: kind || null }, mark, spaced([content, marks]));
}

/** The marker of a list's item, which is read as its place in the list. */
function itemMark({ view, locale }: Column, { place, first }: RowView): Markup {
  if (!place.item || !first) return NOTHING;
  const { number, checked, position, count } = place.item;
  const mark = checked === null ? (number === null ? '•' : `${number}.`) : checked ? '☑' : '☐';
  const { words, uiLocale } = view.context.input;
  const label = [words(locale, 'page.kind.item', { position, count })];
  if (checked !== null) label.push(words(locale, checked ? 'page.task.done' : 'page.task.open'));
  // The marker itself stands in the direction of its column, whatever language its label is in.
  const { lang } = languageMarks(uiLocale(locale), locale);
  return tag('span', { class: 'marker', role: 'img', 'aria-label': label.join(' '), lang }, text(mark));
}

function asideCell(column: Column, node: Extract<Line, { kind: 'aside' }>['node']): Markup {
  const inner = node.type === 'htmlBlock' ? htmlBlock(column.view, node) : codeBlock(node, false);
  return tag('td', { role: 'cell', ...cellAttributes(column) }, inner);
}
