// What a script may hold on to in the parallel pages; all of it works without one.
//
// main                  with a script: `data-title` is the title in the source's language, `data-source` that language
// #l-LOCALE .pick       checkbox: the language is shown            #u-LOCALE       radio: language of the page's words
// #v-columns|rows|one   radio: the view (table page only)          #review         checkbox: every text tells its state
// #f-all|STATE          radio: the rows shown, where there is more than one state among the texts
// .region > table       the table (table page); .flow              the continuous text (interleaved page)
// [id=SEGMENT]          a row (`tr`, or `article` in .flow) has the id of its first segment; the other segments of a
//                       joined row, and retired ones, are anchors with their ids inside it
// tr > [lang]           a language's cell, with `dir`; `th[lang]` are the heads, with the language's own name in `abbr`
// .flow article > .text [lang]   the same there
// classes of a cell     .m unreviewed machine draft, .p pseudo-translation, .t translated and not reviewed, .a approved,
//                       .is-stale, .is-missing; none for the source's cells, nor for texts in the one state that all
//                       texts of their column are in: `th[data-all=machine|pseudo]`
// .js-*                 rules for classes that a script gives stay in the style sheet; others are pruned (style-prune.ts)
// .mark .d details .no .marker   what is said about a text and is no part of it (not selected, not to be copied)
// .part                 within a joined row: the text of one smaller row of this language
// .u > [lang], .o       one text for readers of several languages (one is displayed); what only others need to be told
// .js…, #js…            belong to the script (script-words.ts, script-style.ts)
// nav.contents a        entries of the table of contents, in document order

import { htmlDocument, join, type Markup, NOTHING, scriptElement, tag, text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import type { PageInput } from './page.ts';
import { footnoteNumber, frameLocale, type PageContext, pageContext } from './page-context.ts';
import { headMarkup } from './page-head.ts';
import { placeBlocks } from './page-place.ts';
import { readersOf, wordsForReaders } from './page-readers.ts';
import { findTitle, titleText } from './page-title.ts';
import { colophonMarkup } from './parallel-colophon.ts';
import { type Column, columnsOf, styledColumn, styledReader } from './parallel-column.ts';
import { flowBody } from './parallel-flow.ts';
import { columnHeads, type Kind, mastMarkup } from './parallel-frame.ts';
import { lineMarkup } from './parallel-row.ts';
import { type Line, tableLines, tableSections } from './parallel-sections.ts';
import { SCRIPT_STYLE } from './script-style.ts';
import { scriptWords } from './script-words.ts';
import { parallelStyle } from './style-parallel.ts';
import { pruneStyle } from './style-prune.ts';

/** From this many lines on, sections out of sight are not laid out until they are needed. */
const LONG = 100;

/**
 * All languages of a document side by side in one page that needs nothing else: a row a segment, a column a
 * language; languages, view and the language of the page's own words are chosen without a script. The same input gives
 * the same text. Linear in rows × locales.
 */
export function renderParallel(input: PageInput): string {
  return render(input, 'table');
}

/**
 * The same as continuous text: an ordered list of the document's blocks with its own headings and lists, each sentence
 * in one language below the other. The same input gives the same text. Linear in rows × locales.
 */
export function renderInterleaved(input: PageInput): string {
  return render(input, 'flow');
}

function render(input: PageInput, kind: Kind): string {
  const frame = input.uiLocale(input.reader ?? input.parallel.sourceLocale);
  const title = findTitle(input);
  const context = pageContext(input, readersOf(input, frame), placeBlocks(input.parsed.outline(), 2));
  const footnote = footnoteReference(context);
  const columns = columnsOf(context, (locale) => ({ context, locale, images: 'named', footnote }));
  const words = titleText(input, title, input.parallel.sourceLocale).text;
  const { version, script = null, paths } = input;
  const path = kind === 'table' ? paths.parallel : (paths.interleaved ?? null);
  const titleBlock = title.heading ? null : title.block;
  const main =
    kind === 'table' ? table(context, columns, titleBlock) : flowBody(context, columns, titleBlock);
  const body = [
    mastMarkup(context, columns, kind, title.block),
    tag('main', script ? { 'data-title': words, 'data-source': input.parallel.sourceLocale } : {}, main),
    colophonMarkup(context, columns, path),
  ];
  const extra = script ? SCRIPT_STYLE : '';
  const style = parallelStyle({
    columns: columns.map(styledColumn(context)),
    readers: context.readers.map(styledReader),
    ...{ kind, labelled: isLabelled(tableLines(input)), title: words, version },
  });
  const head = headMarkup(input, {
    title: input.words(frame, 'page.parallel.pageTitle', { title: words }),
    ...{ titleMarks: {}, description: null, images: false, path, locale: null, script },
    style: pruneStyle(style, `<html dir="${direction(frame)}">${body.join('')}`) + extra,
  });
  const root = { lang: frame, dir: direction(frame) };
  if (!script) return htmlDocument(root, head, body);
  return htmlDocument(root, head, [
    ...body,
    scriptWords(input.words, context.readers),
    scriptElement(script),
  ]);
}

/** In pages with all languages a reference leads to the row where the footnote begins. */
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

function table(context: PageContext, columns: readonly Column[], titleBlock: number | null): Markup {
  const lines = tableLines(context.input);
  const around = frameLocale(context);
  const corner = wordsForReaders(context, { tag: 'span', class: 'vh', around }, 'page.parallel.number');
  const heads = [tag('th', { scope: 'col', role: 'columnheader' }, corner), ...columnHeads(context, columns)];
  const sections = tableSections(lines).map((section) => {
    const rows = section.map((line) => lineMarkup(context, columns, line, titleBlock));
    return tag('tbody', { role: 'rowgroup' }, join(rows, '\n'));
  });
  return tag(
    'div',
    { class: 'region', role: 'region', 'aria-labelledby': 'caption', tabindex: '0' },
    tag(
      'table',
      { role: 'table', class: lines.length > LONG ? 'long' : null },
      wordsForReaders(context, { tag: 'caption', id: 'caption', around }, 'page.parallel.caption', () => ({
        count: context.input.parallel.rows.reduce((sum, { ids }) => sum + ids.length, 0),
      })),
      tag('thead', { role: 'rowgroup' }, tag('tr', { role: 'row' }, join(heads, '\n'))),
      sections.length === 0 ? NOTHING : join(sections, '\n'),
    ),
  );
}

/** Whether some rows are told by a label beside their numbers. */
function isLabelled(lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      line.kind === 'aside' || ['alt', 'title', 'frontMatter', 'cell', 'footnote'].includes(line.row.kind),
  );
}
