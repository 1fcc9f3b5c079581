import type { Code } from '../model/content.ts';
import { plainText } from '../model/content.ts';
import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import { type Cell, fallbackReason, type Row } from '../model/row.ts';
import { inlineMarkup } from './html-inline.ts';
import { imageAddress } from './html-url.ts';
import { cellOf, frameLocale, languageMarks, type PageContext, worded } from './page-context.ts';
import { FOR_OTHERS, forReaders, isIn } from './page-readers.ts';

/** How a page shows what stands inside a text. */
export interface CellView {
  readonly context: PageContext;
  readonly locale: string;
  /** Whether images are shown, or only named so that a page fetches nothing. */
  readonly images: 'shown' | 'named';
  readonly footnote: (label: string) => Markup;
}

/** The text of a row's cell, marked with its language where that is not the column's; nothing when missing. */
export function cellText(view: CellView, row: Row): Markup {
  return textOf(view, cellOf(row, view.locale));
}

/** The text of a cell. */
export function textOf(view: CellView, cell: Cell): Markup {
  if (cell.status === 'missing') return NOTHING;
  const inner = contentMarkup(view, cell.content, cell.codes);
  if (cell.textLocale === view.locale) return inner;
  return tag('span', { class: 'foreign', ...languageMarks(cell.textLocale, view.locale) }, inner);
}

/** Content of a cell, or of a block without segments. */
export function contentMarkup(view: CellView, content: Cell['content'], codes: Cell['codes']): Markup {
  return inlineMarkup(content, {
    codes,
    image: (code) => imageMarkup(view, code),
    footnote: view.footnote,
    title: (code) => titleOf(view, code),
  });
}

/** What has to be said about a cell, in words: nothing for a current text. `around` is the language around it. */
export function cellMarks(context: PageContext, cell: Cell, around: string): readonly Markup[] {
  const { status, locale } = cell;
  if (status === 'source' || status === 'target') return [];
  const reason = status === 'fallback' ? fallbackReason(cell) : status === 'stale' ? cell.stale : null;
  const id = `${locale} ${around} ${status} ${reason} ${cell.textLocale}`;
  const known = context.marks.get(id) ?? writeMarks(context, cell, around);
  context.marks.set(id, known);
  return known;
}

/** In the cell's own language, where there are words in it, and in the language of each reader who has another. */
function writeMarks(context: PageContext, cell: Cell, around: string): readonly Markup[] {
  const { uiLocale, words, names } = context.input;
  const { status, locale, textLocale } = cell;
  const key = status === 'stale' ? `page.mark.stale.${cell.stale ?? 'unknown-base'}` : `page.mark.${status}`;
  const say = (reader: string): Markup => {
    if (status !== 'fallback') return text(words(reader, key));
    return text(words(reader, key, { language: names(textLocale, reader), reason: fallbackReason(cell) }));
  };
  const own = uiLocale(locale);
  const place = { tag: 'span', class: `mark mark-${status}`, around };
  const others = {
    ...place,
    class: `${place.class} ${FOR_OTHERS}`,
    readers: context.readers.filter((reader) => reader !== own),
  };
  const pieces = isIn(own, locale)
    ? [forReaders(context, { ...place, readers: [own] }, say), forReaders(context, others, say)]
    : [forReaders(context, place, say)];
  return pieces.filter((piece) => piece !== NOTHING);
}

interface SubText {
  readonly row: Row;
  readonly cell: Cell;
  readonly text: string;
}

/** The text of a unit inside a code. When one segment has none, the first such segment speaks for all. */
function subText(view: CellView, code: Code, kind: 'alt' | 'title'): SubText | null {
  for (const part of code.parts) {
    const rows = typeof part === 'string' ? [] : (view.context.rowsOfUnit.get(part.unit) ?? []);
    const cells = rows.map((row) => cellOf(row, view.locale));
    const [row, cell] = [rows[0], cells.find((one) => one.status === 'missing') ?? cells[0]];
    if (!row || !cell || row.kind !== kind) continue;
    return { row, cell, text: cells.map((one) => plainText(one.content)).join(' ') };
  }
  return null;
}

function titleOf(view: CellView, code: Code): string | null {
  const title = subText(view, code, 'title');
  if (!title || title.cell.textLocale !== view.locale || title.cell.status === 'missing') return null;
  return title.text;
}

function imageMarkup(view: CellView, code: Code): Markup {
  const alt = subText(view, code, 'alt');
  const src = imageAddress(code.href);
  if (view.images === 'named' || src === null) return namedImage(view, alt);
  const { context, locale } = view;
  const base = { id: alt?.row.ids[0], src, loading: 'lazy', title: titleOf(view, code) };
  if (!alt) return tag('img', { ...base, alt: '' });
  if (alt.cell.status === 'missing') {
    const words = context.input.words(frameLocale(context), 'page.image.missing');
    const marks = languageMarks(frameLocale(context), locale);
    return join(
      [tag('img', { ...base, alt: words, ...marks }), ...cellMarks(context, alt.cell, locale)],
      ' ',
    );
  }
  const marks = languageMarks(alt.cell.textLocale, locale);
  return join(
    [tag('img', { ...base, alt: alt.text, ...marks }), ...cellMarks(context, alt.cell, locale)],
    ' ',
  );
}

function namedImage(view: CellView, alt: SubText | null): Markup {
  const { context, locale } = view;
  const place = { tag: 'span', class: 'label', around: locale, locale };
  const label = worded(context, place, 'page.image.label');
  if (!alt || alt.cell.status === 'missing') return tag('span', { class: 'image' }, label);
  const marks = languageMarks(alt.cell.textLocale, locale);
  return tag('span', { class: 'image' }, label, text(' '), tag('span', marks, text(alt.text)));
}
