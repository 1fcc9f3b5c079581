import type { Words } from './page.ts';
import type { SiteDocument } from './site-document.ts';

/** What the pages of the whole site are made from. */
export interface SiteInput {
  /** In the order in which they are listed. */
  readonly documents: readonly SiteDocument[];
  readonly sourceLocale: string;
  /** All the project's languages that are built, the source locale first. */
  readonly locales: readonly string[];
  readonly words: Words;
  /** The language that the words for a locale are really in. */
  readonly uiLocale: (locale: string) => string;
  /** The name of a language in another; its own name when both are the same. */
  readonly names: (locale: string, inLocale: string) => string;
  /** A date (`YYYY-MM-DD`) as a locale writes it; as it stands unless given. */
  readonly dates?: (date: string, locale: string) => string;
  /** Base address, or null. */
  readonly site: string | null;
}

/** The feed of changes, where anything has been published. */
export const FEED: string = 'feed.atom';

/** The languages that the site's own pages are in: those of the project that there are words in, the first at the root. */
export function siteReaders({
  locales,
  uiLocale,
}: Pick<SiteInput, 'locales' | 'uiLocale'>): readonly string[] {
  return [...new Set(locales.map(uiLocale))];
}

/** Where a page of the site stands in a language; no document can be there, since each is in the folder of a language. */
export function sitePath(page: 'index' | 'search', reader: string, readers: readonly string[]): string {
  return reader === readers[0] ? `${page}.html` : `${page}.${reader}.html`;
}

/** Whether anything has been published, so that there is a feed. */
export function hasFeed(documents: readonly SiteDocument[]): boolean {
  return documents.some(({ editions }) =>
    editions.some(({ path, release, earlier }) => path !== null && (release !== null || earlier.length > 0)),
  );
}
