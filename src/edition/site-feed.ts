import { createHash } from 'node:crypto';
import { text } from '../model/html.ts';
import type { Release } from '../model/publication.ts';
import type { Words } from './page.ts';
import { addressFrom } from './site-address.ts';
import type { SiteDocument, SiteEdition } from './site-document.ts';

/** What a feed is written with. */
export interface FeedInput {
  readonly site: string | null;
  /** The feed's own path and that of the page that it belongs to, below the folder of the editions. */
  readonly path: string;
  readonly page: string;
  readonly locale: string;
  readonly title: string;
  readonly words: Words;
  readonly names: (locale: string, inLocale: string) => string;
  readonly dates?: (date: string, locale: string) => string;
  /** The language that the words for a locale are really in. */
  readonly uiLocale: (locale: string) => string;
}

interface Entry {
  readonly document: SiteDocument;
  readonly edition: SiteEdition;
  readonly release: Release;
}

/** Readers of feeds want what is new. */
const MOST = 200;

/**
 * The publications of all editions as an Atom feed (RFC 4287), the newest first; null where nothing has been published.
 * All dates are those of the records: days, which are given as midnight in UTC.
 */
export function feedText(input: FeedInput, documents: readonly SiteDocument[]): string | null {
  const entries = documents.flatMap((document) =>
    document.editions.flatMap((edition) => {
      if (edition.path === null) return [];
      const releases = [...edition.earlier, ...(edition.release ? [edition.release] : [])];
      return releases.map((release): Entry => ({ document, edition, release }));
    }),
  );
  const [newest] = entries.sort((a, b) => order(keyOf(b), keyOf(a)));
  if (!newest) return null;
  const { site, path, page, locale, title } = input;
  const own = addressFrom(site, path, path);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<title>${text(title)}</title>`,
    `<id>${site === null ? idOf(['feed', ...documents.map((one) => one.document)]) : text(own)}</id>`,
    `<updated>${newest.release.date}T00:00:00Z</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(own)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(addressFrom(site, path, page))}"/>`,
    ...entries.slice(0, MOST).map((entry) => entryText(input, entry)),
    '</feed>\n',
  ].join('\n');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf({ document, edition, release }: Entry): string {
  return `${release.date} ${document.document} ${edition.locale} ${release.wording}`;
}

function entryText(input: FeedInput, entry: Entry): string {
  const { site, path, words, names, uiLocale } = input;
  const { document, edition, release } = entry;
  const { locale, title, titleLocale } = edition;
  const reader = uiLocale(locale);
  const date = input.dates?.(release.date, reader) ?? release.date;
  const said = words(locale, 'page.published', { date, name: release.by });
  return [
    `<entry xml:lang="${titleLocale}">`,
    `<title>${text(`${title} (${names(locale, locale)})`)}</title>`,
    `<id>${idOf([document.document, locale, release.date, release.wording])}</id>`,
    `<updated>${release.date}T00:00:00Z</updated>`,
    `<author><name>${text(release.by)}</name></author>`,
    `<link rel="alternate" type="text/html" hreflang="${locale}" href="${text(addressFrom(site, path, edition.path ?? ''))}"/>`,
    `<summary xml:lang="${reader}">${text([said, ...(release.note === null ? [] : [release.note])].join(' '))}</summary>`,
    '</entry>',
  ].join('\n');
}

/** A name for ever, made from what it names: a UUID of version 8 (RFC 9562, section 5.8). */
export function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}
