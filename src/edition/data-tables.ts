import { type Codes, type Content, normalizeText } from '../model/content.ts';
import { htmlDocument, join, type Markup, NOTHING, spaced, tag, text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import type { Cell, Row } from '../model/row.ts';
import { inlineMarkup } from './html-inline.ts';
import type { PageInput } from './page.ts';
import { languageMarks } from './page-context.ts';
import { partsOf, stateOf } from './page-state.ts';
import { findTitle, titleText } from './page-title.ts';

/** The paths of the tables of a document, below the folder of the editions. */
export function tablePath(name: string, format: 'md' | 'html'): string {
  return `parallel/${name}.rows.${format}`;
}

/** What has to be said of a text wherever it goes, in its reader's words; null where there is nothing. */
function markOf(
  { words, names, uiLocale }: PageInput,
  cell: Cell,
): { readonly text: string; readonly locale: string } | null {
  const { locale, textLocale, stale } = cell;
  const reader = uiLocale(locale);
  switch (stateOf(cell)) {
    case 'missing':
      return { text: words(locale, 'page.mark.missing'), locale: reader };
    case 'machine':
      return { text: words(locale, 'page.mark.machine'), locale: reader };
    case 'pseudo':
      return { text: words(locale, 'page.mark.pseudo'), locale: reader };
    case 'stale':
      return { text: words(locale, `page.mark.stale.${stale ?? 'unknown-base'}`), locale: reader };
    case 'fallback': {
      const reason = cell.state ? 'unapproved' : 'missing';
      const values = { language: names(textLocale, reader), reason: stale ? 'stale' : reason };
      return { text: words(locale, 'page.mark.fallback', values), locale: reader };
    }
    default:
      return null;
  }
}

/**
 * A document's rows as a table in Markdown: a column a language under its own name, texts without markup, drafts and
 * what is missing or outdated marked in words. No text can leave its cell or become markup. Linear.
 */
export function markdownTable(input: PageInput): string {
  const { locales, rows } = input.parallel;
  const names = locales.map((locale) => escapeMarkdown(input.names(locale, locale)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  let number = 1;
  let out = line(['', ...names]) + line(['---:', ...locales.map(() => '---')]);
  for (const row of rows) {
    const cells = locales.map((locale) => {
      const parts = row.cells[locale] ? partsOf(row, locale) : [];
      return parts.flatMap(({ cell }) => markdownCell(input, cell)).join(' ');
    });
    out += line([String(number), ...cells]);
    number += row.ids.length;
  }
  return out;
}

function markdownCell(input: PageInput, cell: Cell): string[] {
  const words = cell.status === 'missing' ? '' : escapeMarkdown(shownText(cell.content, cell.codes));
  const mark = markOf(input, cell);
  return [words, ...(mark === null ? [] : [`*(${escapeMarkdown(mark.text)})*`])].filter(
    (piece) => piece !== '',
  );
}

/** ASCII punctuation may be escaped wherever it stands: https://spec.commonmark.org/0.31.2/#backslash-escapes */
function escapeMarkdown(value: string): string {
  return normalizeText(value)
    .replace(/[\\`*_{}[\]<>#|~!&$^]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/(https?|ftp):\/\//gi, '$1\\://')
    .replace(/@/g, '\\@')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`);
}

function shownText(content: Content, codes: Codes): string {
  return content
    .map((node): string => {
      if (node.kind === 'text') return node.text;
      if (node.children) return shownText(node.children, codes);
      const code = codes[node.id];
      return code?.type === 'code' || code?.type === 'autolink' ? (code.text ?? '') : '';
    })
    .join('');
}

/**
 * The same as a page that holds a table and nothing else, to be copied into other documents: every text with its
 * language and direction, emphasis and links kept, images named by nothing. Linear.
 */
export function htmlTable(input: PageInput): string {
  const { locales, rows, sourceLocale } = input.parallel;
  const title = titleText(input, findTitle(input), sourceLocale);
  const heads = locales.map((locale) =>
    tag('th', { scope: 'col', ...languageMarks(locale, sourceLocale) }, text(input.names(locale, locale))),
  );
  let number = 1;
  const lines = rows.map((row) => {
    const cells = locales.map((locale) => tableCell(input, row, locale));
    const line = tag('tr', { id: row.ids[0] }, tag('th', { scope: 'row' }, text(String(number))), ...cells);
    number += row.ids.length;
    return line;
  });
  const table = tag(
    'table',
    {},
    tag('caption', {}, text(title.text)),
    tag('thead', {}, tag('tr', {}, tag('td', {}), ...heads)),
    tag('tbody', {}, join(lines, '\n')),
  );
  const head = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'" }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('title', {}, text(title.text)),
  ];
  return htmlDocument({ lang: sourceLocale, dir: direction(sourceLocale) }, head, [tag('main', {}, table)]);
}

/** A language that did not join a row has its own texts within it, one after the other. */
function tableCell(input: PageInput, row: Row, locale: string): Markup {
  const parts = row.cells[locale] ? partsOf(row, locale) : [];
  const attributes = { lang: locale, dir: direction(locale) };
  return tag('td', attributes, spaced(parts.flatMap(({ cell }) => textAndMark(input, cell))));
}

function textAndMark(input: PageInput, cell: Cell): Markup[] {
  const { locale, textLocale, content, codes, status } = cell;
  const views = {
    ...{ codes, image: () => NOTHING, title: () => null },
    footnote: (label: string) => text(`[^${label}]`),
  };
  const words = status === 'missing' ? NOTHING : inlineMarkup(content, views);
  const foreign = textLocale === locale ? words : tag('span', languageMarks(textLocale, locale), words);
  const mark = markOf(input, cell);
  const said =
    mark === null ? NOTHING : tag('small', languageMarks(mark.locale, locale), text(`(${mark.text})`));
  return [words === NOTHING ? NOTHING : foreign, said];
}
