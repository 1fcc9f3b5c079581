import { normalizeText, plainText } from '../model/content.ts';
import { type Markup, NOTHING, tag, text } from '../model/html.ts';
import { type Book, type BookEntry, type BookFile, bookFiles } from './epub-package.ts';
import { BOOK_STYLE } from './epub-style.ts';
import { toXhtml } from './epub-xhtml.ts';
import { type Hyphenate, hyphenateMarkup } from './hyphenate.ts';
import type { PageInput } from './page.ts';
import { directionOf, languageMarks, type PageContext, pageContext } from './page-context.ts';
import { previousWords, provenanceWords, statusWords } from './page-facts.ts';
import { flowMarkup } from './page-flow.ts';
import { footnoteReferences, footnoteSection } from './page-footnotes.ts';
import { placeBlocks } from './page-place.ts';
import { countCells, standingOf } from './page-state.ts';
import { findTitle, titleText } from './page-title.ts';
import { absoluteAddress } from './site-address.ts';
import { idOf } from './site-feed.ts';

/** The hyphenation of the languages that there are patterns for. */
type Hyphenation = ReadonlyMap<string, Hyphenate>;

/**
 * One language's edition as the files of an EPUB 3 publication: the structure of the source with the texts of `locale`,
 * marked as its page marks them; images are named, and nothing outside of the book is needed. Linear.
 */
export function epubEdition(
  input: PageInput,
  locale: string,
  hyphenation: Hyphenation = new Map(),
): BookFile[] {
  const outline = input.parsed.outline();
  const title = findTitle(input);
  const context = pageContext(input, [input.uiLocale(locale)], placeBlocks(outline, title.heading ? 1 : 2));
  const references = footnoteReferences(context);
  const view = { context, locale, images: 'named', footnote: references.refer } as const;
  const flow = { view, titleBlock: title.heading ? null : title.block };
  const flowing = flowMarkup(flow, outline);
  const words = titleText(input, title, locale);
  const heading =
    title.block === null ? tag('h1', languageMarks(words.locale, locale), text(words.text)) : NOTHING;
  const body = [
    tag('article', {}, heading, flowing, footnoteSection(flow, references, outline)),
    aboutMarkup(input, locale),
  ].join('\n');
  return bookFiles(
    finishedBook(input, hyphenation, {
      ...{ locale, languages: [locale], title: words.text, titleLocale: words.locale },
      body: `${noticeMarkup(input, locale)}\n${body}`,
      entries: headingEntries(context, [locale]),
      description: noticeLines(input, locale).join(' ') || null,
      path: input.paths.editions[locale] ?? null,
    }),
  );
}

/** What differs between the books of one document. */
export interface BookParts {
  /** The language of the book's own words. */
  readonly locale: string;
  readonly languages: readonly string[];
  readonly title: string;
  readonly titleLocale: string;
  readonly body: string;
  readonly entries: readonly BookEntry[];
  readonly description: string | null;
  /** Where the same stands on the site. */
  readonly path: string | null;
}

/** A book with what all books of a document have in common. */
export function finishedBook(input: PageInput, hyphenation: Hyphenation, parts: BookParts): Book {
  const { parallel, facts, site, words } = input;
  const { path, body, ...own } = parts;
  const shown = parts.languages.flatMap((locale) => facts?.[locale] ?? []);
  const dates = shown.flatMap(({ release }) => (release ? [release.date] : [])).sort();
  const lang = `<div lang="${parts.locale}">`;
  const hyphenated = hyphenateMarkup(`${lang}${toXhtml(body)}</div>`, hyphenation).slice(
    lang.length,
    -'</div>'.length,
  );
  return {
    ...own,
    identifier: idOf([parallel.document, ...parts.languages, body]),
    source: site === null || path === null ? null : absoluteAddress(site, path),
    date: dates.at(-1) ?? null,
    contributors: [...new Set(shown.flatMap(({ approvals }) => approvals.map(({ by }) => by)))],
    body: hyphenated,
    style: BOOK_STYLE,
    words: {
      contents: words(parts.locale, 'page.contents'),
      text: words(parts.locale, 'page.book.text'),
      accessibility: words(parts.locale, 'page.book.accessibility'),
    },
  };
}

/** The headings of a document, in the first of the languages that has them. */
export function headingEntries(context: PageContext, locales: readonly string[]): BookEntry[] {
  const levels: {
    readonly level: number;
    readonly id: string;
    readonly title: string;
    readonly locale: string;
  }[] = [];
  for (const [block, rows] of context.rowsOfBlock) {
    const level = context.places.get(block)?.heading ?? null;
    const id = rows[0]?.ids[0];
    if (level === null || id === undefined || rows[0]?.kind !== 'heading') continue;
    const said = locales.flatMap((locale) => {
      const cells = rows.map(({ cells: own }) => own[locale]);
      const title = normalizeText(cells.map((cell) => plainText(cell?.content ?? [])).join(' '));
      return title === '' ? [] : [{ title, locale: cells[0]?.textLocale ?? locale }];
    });
    if (said[0]) levels.push({ level, id, ...said[0] });
  }
  const top = Math.min(...levels.map(({ level }) => level));
  return levels.map(({ level, ...entry }) => ({ ...entry, depth: level - top }));
}

/** What a reader must know before reading, in the words of the page. */
export function noticeLines(input: PageInput, locale: string): string[] {
  const { sourceLocale } = input.parallel;
  if (locale === sourceLocale) return [];
  const reader = input.uiLocale(locale);
  const counts = countCells(input.parallel, locale);
  const { total, pseudo, machine, missing, fallback, stale } = counts;
  const say = (
    count: number,
    key: string,
    values: Readonly<Record<string, string | number>> = {},
  ): string[] => (count === 0 ? [] : [input.words(locale, key, { count, total, ...values })]);
  const previous = previousWords(input, locale, reader);
  return [
    ...(previous === null ? [] : [previous]),
    ...say(pseudo, 'page.notice.pseudo'),
    ...say(machine, machine === total ? 'page.notice.machine.all' : 'page.notice.machine.some'),
    ...say(missing - fallback, 'page.notice.missing'),
    ...say(fallback, 'page.notice.fallback', { language: input.names(sourceLocale, reader) }),
    ...say(stale, 'page.notice.stale'),
  ];
}

function noticeMarkup(input: PageInput, locale: string): Markup {
  const lines = noticeLines(input, locale);
  if (lines.length === 0) return NOTHING;
  const reader = input.uiLocale(locale);
  const attributes = { class: 'notice', role: 'note', ...languageMarks(reader, locale) };
  return tag('div', attributes, ...lines.map((line) => tag('p', {}, text(line))));
}

/** At the end: how far the translation is, where it comes from, and which version of the source it was made from. */
function aboutMarkup(input: PageInput, locale: string): Markup {
  const { parallel, version, words } = input;
  const reader = input.uiLocale(locale);
  const language = input.names(parallel.sourceLocale, reader);
  const lines = [
    ...(locale === parallel.sourceLocale ? [] : [words(locale, 'page.from', { language })]),
    statusWords(input, locale, standingOf(input, locale), reader).join(' · '),
    ...provenanceWords(input, locale, reader),
    words(locale, 'page.version', { version }),
  ];
  const marks = reader === locale ? {} : { lang: reader, dir: directionOf(reader) };
  return tag('section', { class: 'about', ...marks }, ...lines.map((line) => tag('p', {}, text(line))));
}
