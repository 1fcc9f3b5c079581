import { createHash } from 'node:crypto';
import type { Change } from '../model/difference.ts';
import { htmlDocument, join, type Markup, NOTHING, styleElement, tag, text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import type { Words } from './page.ts';
import { languageMarks } from './page-context.ts';
import { BASE_STYLE } from './style-base.ts';
import { compactStyle } from './style-compact.ts';

/** What changed in one segment, word by word, and the translation that was made from what was there before. */
export interface DifferenceRow {
  readonly id: string;
  /** What happened to it, in the reader's language. */
  readonly told: string;
  readonly parts: readonly Change[];
  readonly target: { readonly text: string; readonly locale: string } | null;
}

/** Two revisions of a document in one language. */
export interface DifferenceInput {
  readonly title: string;
  /** The language of the compared texts. */
  readonly locale: string;
  /** The language of the page's own words. */
  readonly reader: string;
  readonly rows: readonly DifferenceRow[];
  readonly words: Words;
}

const STYLE: string = `${BASE_STYLE}${compactStyle(`
@layer page {
  body { max-inline-size: 72rem; margin-inline: auto; padding: 2rem 1.25rem; }
  table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
  th, td { text-align: start; vertical-align: top; padding: .6rem .75rem; border-block-start: 1px solid var(--line); }
  th { font-weight: 600; }
  .id { font-size: .8rem; color: var(--soft); }
  del { text-decoration: line-through; } ins { text-decoration: underline; font-weight: 600; }
  .vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  @media (width < 40rem) { table, tbody, tr, td, thead, th { display: block; } thead { display: none; } }
}`)}`;

/**
 * A page with two revisions side by side: a row a segment, what was taken out marked on the left and what was put in on
 * the right. It needs nothing else, and no script. The same input gives the same text. Linear.
 */
export function renderDifference(input: DifferenceInput): string {
  const { title, reader, rows, words } = input;
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
  const head = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('title', {}, text(title)),
    styleElement(STYLE),
  ];
  const columns = ['before', 'after'].map((key) =>
    tag('th', { scope: 'col' }, text(words(reader, `page.difference.${key}`))),
  );
  const body = rows.flatMap((row) => [rowMarkup(input, row), targetMarkup(input, row)]);
  const table = tag(
    'table',
    {},
    tag('thead', {}, tag('tr', {}, ...columns)),
    tag('tbody', {}, join(body, '\n')),
  );
  const none = tag('p', {}, text(words(reader, 'page.difference.none')));
  const main = tag('main', {}, tag('h1', {}, text(title)), rows.length === 0 ? none : table);
  return htmlDocument({ lang: reader, dir: direction(reader) }, head, [main]);
}

function rowMarkup(input: DifferenceInput, { id, told, parts }: DifferenceRow): Markup {
  const label = tag('p', { class: 'id' }, text(`${id} · ${told}`));
  const marks = languageMarks(input.locale, input.reader);
  const side = (left: Change['kind'], before: Markup): Markup => {
    const shown = parts.filter(({ kind }) => kind === 'same' || kind === left);
    return tag('td', {}, before, tag('div', marks, join(shown.map((part) => piece(input, part)))));
  };
  return tag('tr', { id }, side('removed', label), side('added', NOTHING));
}

function targetMarkup({ words, reader }: DifferenceInput, { target }: DifferenceRow): Markup {
  if (target === null) return NOTHING;
  const label = tag('p', { class: 'id' }, text(words(reader, 'page.difference.target')));
  const shown = tag('div', languageMarks(target.locale, reader), text(target.text));
  return tag('tr', {}, tag('td', { colspan: 2 }, label, shown));
}

function piece({ words, reader, locale }: DifferenceInput, { kind, text: said }: Change): Markup {
  if (kind === 'same') return text(said);
  const label = text(`${words(reader, `page.change.${kind}`)} `);
  const hidden = tag('span', { class: 'vh', ...languageMarks(reader, locale) }, label);
  return tag(kind === 'added' ? 'ins' : 'del', {}, hidden, text(said));
}
