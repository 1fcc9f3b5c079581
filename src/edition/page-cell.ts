import type { Code } from '../model/content.ts';
import { plainText } from '../model/content.ts';
import { type Cell, fallbackReason, type Row } from '../model/row.ts';
import { join, type Markup, NOTHING, tag, text } from './html.ts';
import { inlineMarkup } from './html-inline.ts';
import { imageAddress } from './html-url.ts';
import { cellOf, languageMarks, nameOf, type PageContext, worded } from './page-context.ts';

/** How a page shows what stands inside a text. */
export interface CellView {
  readonly context: PageContext;
  readonly locale: string;
  /** Whether images are shown, or only named so that a page fetches nothing. */
  readonly images: 'shown' | 'named';
  readonly footnote: (label: string) => Markup;
}

/** A draft by a machine that nobody has reviewed. */
export function isMachineDraft(cell: Cell): boolean {
  return cell.origin === 'machine' && (cell.state === 'initial' || cell.state === 'translated');
}

/** The text of a row's cell, marked with its language where that is not the column's; nothing when missing. */
export function cellText(view: CellView, row: Row): Markup {
  const cell = cellOf(row, view.locale);
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
  switch (cell.status) {
    case 'missing':
      return missingMarks(context, cell, around);
    case 'fallback':
      return [
        worded(context, { tag: 'span', class: 'mark mark-fallback', around }, 'page.mark.fallback', {
          language: nameOf(context, cell.textLocale),
          reason: fallbackReason(cell),
        }),
      ];
    case 'stale': {
      const key = `page.mark.stale.${cell.stale ?? 'unknown-base'}`;
      return [worded(context, { tag: 'span', class: 'mark mark-stale', around }, key)];
    }
    default:
      return [];
  }
}

/** In the reader's language and, where there are words for it, in the language that is missing. */
function missingMarks(context: PageContext, cell: Cell, around: string): readonly Markup[] {
  const place = { tag: 'span', class: 'mark mark-missing', around };
  const marks = [worded(context, place, 'page.mark.missing')];
  const { uiLocale } = context.input;
  if (uiLocale(cell.locale) === uiLocale(context.reader)) return marks;
  return [worded(context, { ...place, locale: cell.locale }, 'page.mark.missing'), ...marks];
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
    const words = context.input.words(context.reader, 'page.image.missing');
    const marks = languageMarks(context.input.uiLocale(context.reader), locale);
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
  const label = worded(
    view.context,
    { tag: 'span', class: 'label', around: view.locale },
    'page.image.label',
  );
  if (!alt || alt.cell.status === 'missing') return tag('span', { class: 'image' }, label);
  const marks = languageMarks(alt.cell.textLocale, view.locale);
  return tag('span', { class: 'image' }, label, text(' '), tag('span', marks, text(alt.text)));
}
