import { plainText } from '../model/content.ts';
import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import type { Row } from '../model/row.ts';
import { frameLocale, languageMarks, type PageContext } from './page-context.ts';
import { forReaders, isIn, wordsForReaders } from './page-readers.ts';

/** A heading of the document: its level on the page and its rows. */
interface Entry {
  readonly level: number;
  readonly rows: readonly Row[];
}

/** A document with fewer headings below its title needs no table of contents. */
const FEWEST = 2;

/**
 * The table of contents in each reader's language, or in that of the page's one edition, without the title; nothing for
 * a document of few headings. Where a language has no text for a heading, the source speaks.
 */
export function contentsMarkup(context: PageContext, title: number | null, locale?: string): Markup {
  const around = frameLocale(context);
  const entries: Entry[] = [];
  for (const [block, rows] of context.rowsOfBlock) {
    const level = context.places.get(block)?.heading ?? null;
    if (level !== null && block !== title && rows[0]?.kind === 'heading') entries.push({ level, rows });
  }
  if (entries.length < FEWEST) return NOTHING;
  const top = Math.min(...entries.map(({ level }) => level));
  const items = entries.map(({ level, rows }) => {
    const words =
      locale === undefined
        ? forReaders(context, { tag: 'span', around }, (reader) => headingText(context, rows, reader, reader))
        : headingText(context, rows, locale, locale);
    return tag('li', { class: `l${level - top}` }, tag('a', { href: `#${rows[0]?.ids[0]}` }, words));
  });
  return tag(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    wordsForReaders(context, { tag: 'p', id: 'contents', around: locale ?? around }, 'page.contents'),
    tag('ol', {}, join(items, '\n')),
  );
}

function headingText({ input }: PageContext, rows: readonly Row[], reader: string, around: string): Markup {
  const { locales, sourceLocale } = input.parallel;
  const own =
    locales.find((locale) => locale === reader) ??
    locales.find((locale) => input.uiLocale(locale) === reader && isIn(reader, locale)) ??
    sourceLocale;
  const cells = rows.map((row) => row.cells[own]);
  const whole = cells.every((cell) => cell && cell.status !== 'missing' && cell.textLocale === own);
  const from = whole ? own : sourceLocale;
  const words = text(rows.map((row) => plainText(row.cells[from]?.content ?? [])).join(' '));
  return from === reader || isIn(from, reader) ? words : tag('span', languageMarks(from, around), words);
}
