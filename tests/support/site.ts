import type { PageInput } from '../../src/edition/page.ts';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderParallel } from '../../src/edition/parallel.ts';
import { searchPath, searchScript } from '../../src/edition/search-index.ts';
import { type SiteFile, siteFiles } from '../../src/edition/site.ts';
import { siteDocument } from '../../src/edition/site-document.ts';
import { siteHead } from '../../src/edition/site-head.ts';
import type { SiteInput } from '../../src/edition/site-model.ts';
import type { Release } from '../../src/model/publication.ts';
import { structureInput } from './page-fixtures.ts';

export const file = (path: string, text: string): SiteFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});
export const textOf = (files: readonly SiteFile[], path: string): string =>
  new TextDecoder().decode(files.find((one) => one.path === path)?.bytes);

const release = (date: string, more: Partial<Release> = {}): Release => ({
  ...{ date, by: 'Ա. Ա. & Co', note: null, source: 's', edition: 'e', wording: `w${date}` },
  ...{ segments: 20, machineShare: 0, ...more },
});

/** A document in four languages of which Arabic is held back; the Armenian edition has been published twice. */
export function siteFixture(more: Partial<PageInput> = {}): PageInput {
  const plain = structureInput();
  const counts = { segments: 20, missing: 0, stale: 0, alarms: 0, fallback: 0, drafts: 0, machineShare: 0 };
  const facts = (locale: string) => ({
    ...{ locale, shows: 'current' as const, last: null, approvals: [], authentic: [], since: null },
    decision: { policy: 'hold' as const, reason: null, alarms: 0, thresholds: [] },
    counts: { ...counts, states: { initial: 0, translated: 0, reviewed: 0, final: 20 }, origins: {} },
    release: locale === 'hy' ? release('2026-03-01') : null,
    earlier: locale === 'hy' ? [release('2025-12-24', { note: 'First <edition>' })] : [],
  });
  const input: PageInput = {
    ...plain,
    paths: {
      editions: { en: 'en/statement.html', hy: 'hy/statement.html', fr: 'fr/statement.html' },
      parallel: 'parallel/statement.html',
    },
    facts: Object.fromEntries(plain.parallel.locales.map((locale) => [locale, facts(locale)])),
    ...more,
  };
  return { ...input, head: siteHead(input, 'feed.atom') };
}

/** Everything that is built of the fixture, with the site's own pages. */
export function builtSite(input: PageInput, more: Partial<SiteInput> = {}): SiteFile[] {
  const { parallel, paths, words, uiLocale, names, site } = input;
  const search = searchPath(parallel.name);
  const pages = Object.entries(paths.editions).map(([locale, path]) =>
    file(path, renderEdition(input, locale)),
  );
  return [
    ...pages,
    file(paths.parallel ?? '', renderParallel(input)),
    file(search, searchScript(input)),
    file('hy/statement.pdf', '%PDF-'),
    ...siteFiles({
      documents: [
        siteDocument(input, { search, editions: { hy: [{ format: 'PDF', path: 'hy/statement.pdf' }] } }),
      ],
      ...{ words, uiLocale, names, site, sourceLocale: parallel.sourceLocale, locales: parallel.locales },
      ...more,
    }),
  ];
}
