import type { UnitKind } from '../model/block.ts';
import { direction } from '../model/locale.ts';
import { htmlDocument, join, type Markup, tag, text } from './html.ts';
import type { PageInput } from './page.ts';
import type { CellView } from './page-cell.ts';
import { footnoteNumber, frameLocale, type PageContext, pageContext } from './page-context.ts';
import { countRows } from './page-count.ts';
import { headMarkup } from './page-head.ts';
import { placeBlocks } from './page-place.ts';
import { readersOf, wordsForReaders } from './page-readers.ts';
import { findTitle, titleText } from './page-title.ts';
import {
  type CountedColumn,
  colophonMarkup,
  columnHead,
  mastMarkup,
  pickId,
  readerId,
} from './parallel-frame.ts';
import { lineMarkup } from './parallel-row.ts';
import { type Line, tableLines, tableSections } from './parallel-sections.ts';
import type { StyledColumn, StyledReader } from './style-choice.ts';
import { parallelStyle } from './style-parallel.ts';

/** How many columns a page shows at first. */
const SHOWN = 3;
/** From this many lines on, sections out of sight are not laid out until they are needed. */
const LONG = 100;

/**
 * All languages of a document side by side in one page that needs nothing else: a row a segment, a column a
 * language, columns and the language of the page's own words chosen without a script. The same input gives the same
 * text. Linear in rows × locales.
 */
export function renderParallel(input: PageInput): string {
  const frame = input.uiLocale(input.reader ?? input.parallel.sourceLocale);
  const title = findTitle(input);
  const context = pageContext(input, readersOf(input, frame), placeBlocks(input.parsed.outline(), 2));
  const columns = countedColumns(context);
  const words = titleText(input, title, input.parallel.sourceLocale).text;
  const style = parallelStyle(columns.map(styledColumn(context)), context.readers.map(styledReader));
  const head = headMarkup(input, {
    title: input.words(frame, 'page.parallel.pageTitle', { title: words }),
    titleMarks: {},
    description: null,
    style,
    images: false,
    path: input.paths.parallel,
  });
  const titleBlock = title.heading ? null : title.block;
  return htmlDocument({ lang: frame, dir: direction(frame) }, head, [
    mastMarkup(context, columns),
    tag('main', {}, table(context, columns, titleBlock)),
    colophonMarkup(context, columns),
  ]);
}

function styledColumn({ input }: PageContext): (column: CountedColumn) => StyledColumn {
  return ({ locale, index, name }) => ({ id: pickId(locale), index, name, reader: input.uiLocale(locale) });
}

function styledReader(locale: string): StyledReader {
  return { id: readerId(locale), locale, dir: direction(locale) };
}

function countedColumns(context: PageContext): CountedColumn[] {
  const { input } = context;
  const { rows, locales, sourceLocale } = input.parallel;
  const shown = input.shown ?? locales.slice(0, SHOWN);
  const footnote = footnoteReference(context);
  return locales.map((locale, index) => {
    const counts = countRows(rows, locale);
    const view: CellView = { context, locale, images: 'named', footnote };
    return {
      locale,
      index,
      name: input.names(locale, locale),
      view,
      counts,
      mixed: counts.machine + counts.pseudo !== counts.translated,
      source: locale === sourceLocale,
      shown: shown.includes(locale),
    };
  });
}

/** In the table a reference leads to the row where the footnote begins. */
function footnoteReference(context: PageContext): (label: string) => Markup {
  const rows = new Map<number, string>();
  for (const row of context.input.parallel.rows) {
    const label = context.places.get(row.block)?.footnote ?? null;
    const number = label === null ? null : footnoteNumber(context, label);
    if (number !== null && !rows.has(number)) rows.set(number, row.ids[0] ?? '');
  }
  return (label) => {
    const number = footnoteNumber(context, label);
    if (number === null) return text(`[^${label}]`);
    const row = rows.get(number);
    const mark = text(String(number));
    return tag('sup', {}, row === undefined ? mark : tag('a', { href: `#${row}` }, mark));
  };
}

function table(context: PageContext, columns: readonly CountedColumn[], titleBlock: number | null): Markup {
  const lines = tableLines(context.input);
  const around = frameLocale(context);
  const corner = wordsForReaders(context, { tag: 'span', around }, 'page.parallel.number');
  const heads = [
    tag('th', { scope: 'col', role: 'columnheader', class: 'n' }, corner),
    ...columns.map((column) => columnHead(context, column)),
  ];
  const sections = tableSections(lines).map((section) => {
    const rows = section.map((line) => lineMarkup(context, columns, line, titleBlock));
    return tag('tbody', { role: 'rowgroup' }, join(rows, '\n'));
  });
  return tag(
    'div',
    { class: 'region', role: 'region', 'aria-labelledby': 'caption', tabindex: '0' },
    tag(
      'table',
      { role: 'table', class: tableClass(lines) },
      wordsForReaders(context, { tag: 'caption', id: 'caption', around }, 'page.parallel.caption', () => ({
        count: context.input.parallel.rows.length,
      })),
      tag('thead', { role: 'rowgroup' }, tag('tr', { role: 'row' }, join(heads, '\n'))),
      join(sections, '\n'),
    ),
  );
}

/** Labels beside the numbers need room, and a long table is laid out section by section. */
function tableClass(lines: readonly Line[]): string | null {
  const plain: readonly UnitKind[] = ['heading', 'paragraph', 'item', 'quote'];
  const labelled = lines.some((line) => line.kind === 'aside' || !plain.includes(line.row.kind));
  const names = [...(lines.length > LONG ? ['long'] : []), ...(labelled ? ['labelled'] : [])];
  return names.join(' ') || null;
}
