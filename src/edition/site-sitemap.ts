import { text } from '../model/html.ts';
import { absoluteAddress } from './site-address.ts';
import type { SiteDocument } from './site-document.ts';

/** A page and the language versions that it has, itself among them. */
export interface SitePage {
  readonly path: string;
  readonly alternates: readonly (readonly [hreflang: string, path: string])[];
  /** `YYYY-MM-DD`, from a publication's record. */
  readonly changed: string | null;
}

/**
 * The site map (https://www.sitemaps.org/protocol.html): every page with its language versions, each of which names
 * all the others. `others` are pages besides those of documents.
 */
export function sitemapText(
  site: string,
  documents: readonly SiteDocument[],
  others: readonly SitePage[] = [],
): string {
  const pages = [...others, ...documents.flatMap(pagesOf)];
  const urls = pages.map(({ path, alternates, changed }) =>
    [
      '<url>',
      `<loc>${text(absoluteAddress(site, path))}</loc>`,
      ...(changed === null ? [] : [`<lastmod>${changed}</lastmod>`]),
      ...alternates.map(
        ([hreflang, to]) =>
          `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${text(absoluteAddress(site, to))}"/>`,
      ),
      '</url>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}

function pagesOf(document: SiteDocument): SitePage[] {
  const alternates = languageVersions(document);
  const pages = document.editions.flatMap(({ path, release }): SitePage[] =>
    path === null ? [] : [{ path, alternates, changed: release?.date ?? null }],
  );
  const { parallel } = document;
  return parallel === null ? pages : [...pages, { path: parallel, alternates, changed: null }];
}

/** The hreflang set of a document: its editions that go out, and the page that serves every other reader. */
export function languageVersions(document: SiteDocument): (readonly [hreflang: string, path: string])[] {
  const own = document.editions.flatMap(({ locale, path }) =>
    path === null ? [] : [[locale, path] as const],
  );
  const source = document.editions.find(({ locale }) => locale === document.sourceLocale)?.path ?? null;
  const common = document.parallel ?? source;
  return common === null ? own : [...own, ['x-default', common] as const];
}
