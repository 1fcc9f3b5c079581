import { feedText } from './site-feed.ts';
import { renderIndex } from './site-index.ts';
import { FEED, type SiteInput, sitePath, siteReaders } from './site-model.ts';
import { renderSearch } from './site-search.ts';
import { type SitePage, sitemapText } from './site-sitemap.ts';

/** A file of the site: its path below the folder of the editions, and its bytes. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const SITEMAP = 'sitemap.xml';

/**
 * The pages of the site: an index and a search in each language that there are words in, a site map where the site's
 * address is known, a feed where anything has been published. The same input gives the same bytes. Linear.
 */
export function siteFiles(given: SiteInput): SiteFile[] {
  const input = remembering(given);
  const readers = siteReaders(input);
  const { documents, site, words, names, uiLocale, dates } = input;
  const feed = feedText(
    {
      ...{ site, words, names, uiLocale, path: FEED },
      ...(dates && { dates }),
      locale: readers[0] ?? input.sourceLocale,
      page: sitePath('index', readers[0] ?? '', readers),
      title: words(readers[0] ?? input.sourceLocale, 'page.site.title', { count: input.locales.length }),
    },
    documents,
  );
  const pages = readers.flatMap((reader) => [
    fileOf(sitePath('index', reader, readers), renderIndex(input, reader, readers)),
    fileOf(sitePath('search', reader, readers), renderSearch(input, reader, readers)),
  ]);
  return [
    ...pages,
    ...(feed === null ? [] : [fileOf(FEED, feed)]),
    ...(site === null ? [] : [fileOf(SITEMAP, sitemapText(site, documents, indexPages(readers)))]),
  ];
}

/** A list of many documents says the same few things in each: names and words are asked for once. */
function remembering(input: SiteInput): SiteInput {
  const names = new Map<string, string>();
  const words = new Map<string, string>();
  const kept = (known: Map<string, string>, key: string, ask: () => string): string => {
    const found = known.get(key) ?? ask();
    known.set(key, found);
    return found;
  };
  return {
    ...input,
    names: (locale, inLocale) => kept(names, `${locale} ${inLocale}`, () => input.names(locale, inLocale)),
    words: (locale, key, values) =>
      kept(words, `${locale} ${key} ${JSON.stringify(values)}`, () => input.words(locale, key, values)),
  };
}

function indexPages(readers: readonly string[]): SitePage[] {
  const own = readers.map((reader) => [reader, sitePath('index', reader, readers)] as const);
  const alternates = [...own, ['x-default', own[0]?.[1] ?? ''] as const];
  return own.map(([, path]) => ({ path, alternates, changed: null }));
}

function fileOf(path: string, text: string): SiteFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
