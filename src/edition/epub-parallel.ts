import type { OutlineNode } from '../model/block.ts';
import { join, type Markup, NOTHING, spaced, tag, text } from '../model/html.ts';
import { finishedBook, headingEntries, noticeLines } from './epub.ts';
import { type BookFile, bookFiles } from './epub-package.ts';
import { sourceContent } from './html-source.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { PageInput } from './page.ts';
import { type CellView, cellMarks, contentMarkup, textOf } from './page-cell.ts';
import {
  breakAfter,
  cellOf,
  directionOf,
  footnoteNumber,
  frameLocale,
  languageMarks,
  type PageContext,
  pageContext,
  worded,
} from './page-context.ts';
import { statusWords } from './page-facts.ts';
import { codeBlock, htmlBlock } from './page-flow.ts';
import { placeBlocks } from './page-place.ts';
import { partsOf, standingOf } from './page-state.ts';
import { findTitle, titleText } from './page-title.ts';
import { byPlace } from './place.ts';

interface ParallelBook {
  readonly context: PageContext;
  /** One a language, in the order in which they stand below each other. */
  readonly views: readonly CellView[];
  readonly titleBlock: number | null;
}

/**
 * A document in several languages as the files of an EPUB 3 publication: the blocks of the source, and in each the
 * paragraphs of all languages one below the other, since a book's page is too narrow for columns. `locales` are the
 * languages in their order; all of them unless given. Linear in rows × locales.
 */
export function epubParallel(
  input: PageInput,
  hyphenation: ReadonlyMap<string, Hyphenate> = new Map(),
  locales: readonly string[] = input.parallel.locales,
): BookFile[] {
  const outline = input.parsed.outline();
  const title = findTitle(input);
  const frame = input.uiLocale(input.reader ?? input.parallel.sourceLocale);
  const context = pageContext(input, [frame], placeBlocks(outline, title.heading ? 1 : 2));
  const footnote = (label: string): Markup => footnoteReference(context, label);
  const views = locales.map((locale): CellView => ({ context, locale, images: 'named', footnote }));
  const book: ParallelBook = { context, views, titleBlock: title.heading ? null : title.block };
  const words = titleText(input, title, input.parallel.sourceLocale);
  const body = [
    aboutLanguages(book),
    tag(
      'article',
      {},
      title.block === null ? titleMarkup(book) : NOTHING,
      nodes(book, outline),
      notes(book, outline),
    ),
    tag(
      'section',
      { class: 'about' },
      worded(context, { tag: 'p', around: frame, locale: frame }, 'page.version', { version: input.version }),
    ),
  ];
  return bookFiles(
    finishedBook(input, hyphenation, {
      locale: frame,
      languages: [...locales],
      ...{ title: words.text, titleLocale: words.locale, body: body.join('\n') },
      entries: headingEntries(context, [input.parallel.sourceLocale, ...locales]),
      description: input.words(frame, 'page.parallel.title', { count: locales.length }),
      path: input.paths.parallel,
    }),
  );
}

function footnoteReference(context: PageContext, label: string): Markup {
  const number = footnoteNumber(context, label);
  if (number === null) return text(`[^${label}]`);
  return tag('sup', {}, tag('a', { href: `#fn-${number}`, role: 'doc-noteref' }, text(String(number))));
}

/** The languages by their own names, each with how far it is and what has to be known before reading. */
function aboutLanguages({ context, views }: ParallelBook): Markup {
  const { input } = context;
  const frame = frameLocale(context);
  const items = views.map(({ locale }) => {
    const own = input.names(locale, locale);
    const second = input.names(locale, frame);
    const name = tag('strong', languageMarks(locale, frame), text(own));
    const said = statusWords(input, locale, standingOf(input, locale), frame).join(' · ');
    const state = text(`${second === own ? '' : ` (${second})`}: ${said}.`);
    const reader = input.uiLocale(locale);
    // Who reads another language than the frame's finds in it what must be known before reading.
    const notice = reader === frame ? '' : noticeLines(input, locale).join(' ');
    const more =
      notice === '' ? NOTHING : tag('span', { class: 't', ...languageMarks(reader, frame) }, text(notice));
    return tag('li', {}, name, state, more);
  });
  return tag('div', { class: 'notice', role: 'note' }, tag('ul', {}, join(items, '\n')));
}

/** The title where no block of the document shows it. */
function titleMarkup({ context, views }: ParallelBook): Markup {
  const { input } = context;
  const title = findTitle(input);
  const frame = frameLocale(context);
  const names = views
    .map(({ locale }) => titleText(input, title, locale))
    .filter(({ locale }, at) => locale === views[at]?.locale);
  const shown = names.length > 0 ? names : [titleText(input, title, input.parallel.sourceLocale)];
  return tag(
    'h1',
    { class: 'names' },
    ...shown.map(({ text: words, locale }) => tag('span', languageMarks(locale, frame), text(words))),
  );
}

function nodes(book: ParallelBook, list: readonly OutlineNode[]): Markup {
  return join(
    list.map((node) => nodeMarkup(book, node)).filter((markup) => markup !== NOTHING),
    '\n',
  );
}

function nodeMarkup(book: ParallelBook, node: OutlineNode): Markup {
  const { context } = book;
  switch (node.type) {
    case 'heading':
      return heading(book, node, context.places.get(node.block ?? -1)?.heading ?? 6);
    case 'paragraph':
      return node.block !== undefined && node.block === book.titleBlock
        ? heading(book, node, 1)
        : leaf(book, node);
    case 'list':
      return listMarkup(book, node);
    case 'item':
      return tag('li', {}, leaf(book, node), nodes(book, node.children));
    case 'quote':
      return tag('blockquote', {}, leaf(book, node), nodes(book, node.children));
    case 'table':
      return tableMarkup(book, node);
    case 'codeBlock':
      return codeBlock(node, false);
    case 'htmlBlock':
      return book.views[0]
        ? tag(
            'div',
            languageMarks(book.views[0].locale, frameLocale(context)),
            htmlBlock(book.views[0], node),
          )
        : NOTHING;
    case 'rule':
      return tag('hr', {});
    default:
      return NOTHING;
  }
}

function listMarkup(book: ParallelBook, node: OutlineNode): Markup {
  const { context } = book;
  const frame = frameLocale(context);
  const items = node.children.map((item) => {
    const inner = [leaf(book, item), nodes(book, item.children)];
    if (item.checked === undefined) return tag('li', {}, ...inner);
    const place = { tag: 'span', class: 'vh', around: frame, locale: frame };
    const done = worded(context, place, item.checked ? 'page.task.done' : 'page.task.open');
    return tag(
      'li',
      { class: 'task' },
      tag('span', { 'aria-hidden': 'true' }, text(item.checked ? '☑' : '☐')),
      done,
      ...inner,
    );
  });
  const start = node.ordered && node.first !== 1 ? node.first : null;
  return tag(node.ordered ? 'ol' : 'ul', { start }, join(items, '\n'));
}

function tableMarkup(book: ParallelBook, node: OutlineNode): Markup {
  const rows = (head: boolean): Markup[] =>
    node.children
      .filter((row) => (row.head === true) === head)
      .map((row) =>
        tag(
          'tr',
          {},
          ...row.children.map((cell) => {
            const inner = leaf(book, cell);
            const align = cell.align ? `align-${cell.align}` : null;
            return head && inner !== NOTHING
              ? tag('th', { scope: 'col', class: align }, inner)
              : tag('td', { class: align }, inner);
          }),
        ),
      );
  const body = rows(false);
  return tag(
    'table',
    {},
    tag('thead', {}, ...rows(true)),
    body.length === 0 ? NOTHING : tag('tbody', {}, join(body, '\n')),
  );
}

function notes(book: ParallelBook, outline: readonly OutlineNode[]): Markup {
  const { context } = book;
  const found = outline.flatMap((node) => {
    const number = node.type === 'footnote' ? footnoteNumber(context, node.label ?? '') : null;
    return number === null ? [] : [{ node, number }];
  });
  if (found.length === 0) return NOTHING;
  const frame = frameLocale(context);
  const items = found
    .sort((a, b) => a.number - b.number)
    .map(({ node, number }) => tag('li', { id: `fn-${number}`, value: number }, nodes(book, node.children)));
  return tag(
    'section',
    { role: 'doc-endnotes', 'aria-labelledby': 'notes' },
    worded(context, { tag: 'h2', id: 'notes', around: frame, locale: frame }, 'page.footnotes'),
    tag('ol', {}, join(items, '\n')),
  );
}

/** One heading in all languages. */
function heading(book: ParallelBook, node: OutlineNode, level: number): Markup {
  const texts = textsOf(book, node);
  return tag(
    `h${level}`,
    { class: 'names' },
    join(
      texts.map(({ markup, attributes }) => tag('span', attributes, markup)),
      ' ',
    ),
  );
}

function leaf(book: ParallelBook, node: OutlineNode): Markup {
  const texts = textsOf(book, node);
  if (texts.length === 0) return NOTHING;
  return tag(
    'div',
    { class: 'texts' },
    ...texts.map(({ markup, attributes }) => tag('p', attributes, markup)),
  );
}

interface Told {
  readonly markup: Markup;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What each language has for a block; a block without segments is the same for all and stands once. */
function textsOf({ context, views }: ParallelBook, node: OutlineNode): Told[] {
  if (node.block === undefined) return [];
  const rows = context.rowsOfBlock.get(node.block);
  if (!rows) {
    const block = context.input.parsed.blocks[node.block];
    const [view] = views;
    if (!block || !view) return [];
    const { content, codes } = sourceContent(block, (inner) => context.unitOfBlock.get(inner));
    const markup = contentMarkup(view, content, codes);
    return markup === NOTHING
      ? []
      : [{ markup, attributes: { lang: view.locale, dir: directionOf(view.locale) } }];
  }
  return views.map((view, at) => {
    const told = byPlace(rows, (row) => cellOf(row, view.locale).place);
    const pieces = told.map((row, index) => {
      const parts = spaced(
        partsOf(row, view.locale).flatMap(({ cell }) => [
          textOf(view, cell),
          ...cellMarks(context, cell, view.locale),
        ]),
      );
      const here = rows[index];
      const last = here === undefined || index === rows.length - 1;
      const gap = last ? 'none' : breakAfter(context, here);
      const inner = at === 0 ? anchored(row.ids, parts) : parts;
      return join([inner, gap === 'break' ? tag('br', {}) : text(gap === 'space' ? ' ' : '')]);
    });
    return { markup: join(pieces), attributes: { lang: view.locale, dir: directionOf(view.locale) } };
  });
}

/** The first language's text bears the ids of its segments, so that places in the book can be named. */
function anchored(ids: readonly string[], inner: Markup): Markup {
  return tag('span', { id: ids[0] }, ...ids.slice(1).map((id) => tag('span', { id })), inner);
}
