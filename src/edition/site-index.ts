import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import { relativePath } from './html-url.ts';
import { languageMarks } from './page-context.ts';
import type { Download, SiteDocument, SiteEdition } from './site-document.ts';
import { sitePage } from './site-frame.ts';
import { FEED, hasFeed, type SiteInput, sitePath } from './site-model.ts';
import { indexStyle } from './site-style.ts';

interface View {
  readonly input: SiteInput;
  /** Where a language stands among the others, by the names that they call themselves. */
  readonly rank: (locale: string) => number;
  readonly reader: string;
  readonly path: string;
}

/** The list of all documents with each one's languages, what state they are in, and everything that can be taken along. */
export function renderIndex(input: SiteInput, reader: string, readers: readonly string[]): string {
  const { words, locales, documents } = input;
  const { compare } = new Intl.Collator(reader);
  const byName = [...locales].sort((a, b) => compare(input.names(a, a), input.names(b, b)));
  const ranks = new Map(byName.map((locale, at) => [locale, at]));
  const rank = (locale: string): number => ranks.get(locale) ?? ranks.size;
  const view: View = { input, reader, rank, path: sitePath('index', reader, readers) };
  const feed = tag('a', { href: relativePath(view.path, FEED) }, text(words(reader, 'page.site.feed')));
  return sitePage(input, reader, readers, {
    page: 'index',
    title: words(reader, 'page.site.title', { count: locales.length }),
    style: indexStyle([...locales, ...readers]),
    main: [
      ...documents.map((document, at) => documentMarkup(view, document, `d${at + 1}`)),
      hasFeed(documents) ? tag('p', { class: 'feed' }, feed) : NOTHING,
    ],
  });
}

function documentMarkup(view: View, document: SiteDocument, id: string): Markup {
  const { reader, path, rank } = view;
  const { parallel, interleaved, downloads } = document;
  const title = titleFor(view, document);
  const ways = [
    parallel === null ? NOTHING : way(view, parallel, 'page.parallel.link'),
    interleaved === null ? NOTHING : way(view, interleaved, 'page.view.flow'),
    ...downloads.map((download) => downloadLink(path, download, null)),
  ].filter((markup) => markup !== NOTHING);
  const sorted = [...document.editions].sort((a, b) => rank(a.locale) - rank(b.locale));
  return tag(
    'section',
    { class: 'document', 'aria-labelledby': id },
    tag('h2', { id, ...languageMarks(title.locale, reader) }, text(title.text)),
    ways.length === 0 ? NOTHING : tag('p', { class: 'ways' }, join(ways, ' ')),
    tag(
      'ul',
      {},
      join(
        sorted.map((edition) => editionMarkup(view, document, edition)),
        '\n',
      ),
    ),
  );
}

/** The title as the reader has it, where there is one in the reader's language, else that of the source. */
function titleFor(
  { reader }: View,
  { editions, sourceLocale }: SiteDocument,
): { text: string; locale: string } {
  const language = (locale: string): string => /^[^-]*/.exec(locale)?.[0] ?? '';
  const own =
    editions.find(({ locale, path }) => path !== null && language(locale) === language(reader)) ??
    editions.find(({ locale }) => locale === sourceLocale);
  return { text: own?.title ?? '', locale: own?.titleLocale ?? sourceLocale };
}

function way({ input, reader, path }: View, to: string, key: string): Markup {
  return tag('a', { href: relativePath(path, to) }, text(input.words(reader, key)));
}

function editionMarkup(view: View, document: SiteDocument, edition: SiteEdition): Markup {
  const { input, reader, path } = view;
  const { locale, downloads } = edition;
  const own = input.names(locale, locale);
  const second = input.names(locale, reader);
  const marks = languageMarks(locale, reader);
  const name =
    edition.path === null
      ? tag('span', { class: 'name', ...marks }, text(own))
      : tag(
          'a',
          { class: 'name', href: relativePath(path, edition.path), hreflang: locale, ...marks },
          text(own),
        );
  return tag(
    'li',
    { class: edition.path === null ? 'held' : null },
    name,
    second === own ? NOTHING : tag('span', { class: 'second' }, text(second)),
    tag('span', { class: 'state' }, text(stateWords(view, document, edition).join(' · '))),
    downloads.length === 0
      ? NOTHING
      : tag(
          'span',
          { class: 'take' },
          join(
            downloads.map((one) => downloadLink(path, one, own)),
            ' ',
          ),
        ),
  );
}

/** How a language stands, in the reader's words, the gravest first. */
function stateWords({ input, reader }: View, { sourceLocale }: SiteDocument, edition: SiteEdition): string[] {
  const { locale, path, counts, shows, release, machineShare } = edition;
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string =>
    input.words(reader, key, values);
  const { total, current, approved, machine, missing, stale } = counts;
  const dated = release === null ? null : (input.dates?.(release.date, reader) ?? release.date);
  const published = dated === null ? [] : [say('page.site.published', { date: dated })];
  if (locale === sourceLocale) return [say('page.status.source'), ...published];
  const counted = (count: number, key: string): string[] => (count === 0 ? [] : [say(key, { count, total })]);
  return [
    ...(path === null ? [say('page.site.held')] : []),
    ...(path !== null && shows === 'previous' ? [say('page.site.previous')] : []),
    ...counted(missing, 'page.status.missing'),
    ...counted(stale, 'page.status.stale'),
    ...counted(machine, 'page.status.machine'),
    ...(machine === 0 && machineShare > 0 ? [say('page.status.share', { share: machineShare })] : []),
    ...(approved === total && current === total && total > 0
      ? [say('page.state.approved')]
      : [say('page.status.current', { count: current, total })]),
    ...published,
  ];
}

/** A file to take along; who hears it alone is told its language. */
function downloadLink(path: string, { format, path: to }: Download, language: string | null): Markup {
  const label = language === null ? null : `${format}, ${language}`;
  return tag('a', { href: relativePath(path, to), 'aria-label': label }, text(format));
}
