import type { Release } from '../model/publication.ts';
import type { PageInput } from './page.ts';
import { currentOf, standingOf } from './page-state.ts';
import { findTitle, titleText } from './page-title.ts';

/** A file that readers may take with them. */
export interface Download {
  /** What it is, as its readers call it: `PDF`, `EPUB`, `Markdown`. */
  readonly format: string;
  /** Below the folder of the editions. */
  readonly path: string;
}

/** One language of a document on the site. */
export interface SiteEdition {
  readonly locale: string;
  /** Null while no edition goes out: nothing links to it. */
  readonly path: string | null;
  readonly title: string;
  /** The language that the title is really in. */
  readonly titleLocale: string;
  readonly shows: 'current' | 'previous';
  readonly counts: {
    readonly total: number;
    readonly current: number;
    readonly approved: number;
    readonly machine: number;
    readonly missing: number;
    readonly stale: number;
  };
  readonly machineShare: number;
  /** The publication that is shown; null where what is shown has not been published (yet). */
  readonly release: Release | null;
  /** All other publications, oldest first. */
  readonly earlier: readonly Release[];
  readonly downloads: readonly Download[];
}

/** What the site tells of one document: plain data, so that a document that has not changed need not be opened again. */
export interface SiteDocument {
  readonly document: string;
  readonly name: string;
  readonly version: string;
  readonly sourceLocale: string;
  readonly parallel: string | null;
  readonly interleaved: string | null;
  /** The source locale first. */
  readonly editions: readonly SiteEdition[];
  readonly downloads: readonly Download[];
  /** The script with the document's texts for the search, below the folder of the editions. */
  readonly search: string | null;
}

/** The files of a document besides its pages. */
export interface SiteFiles {
  readonly editions?: Readonly<Record<string, readonly Download[]>>;
  readonly parallel?: readonly Download[];
  readonly search?: string | null;
}

/** What the site tells of a document, from the rows that its parallel edition shows. Linear. */
export function siteDocument(input: PageInput, files: SiteFiles = {}): SiteDocument {
  const { parallel, paths, version } = input;
  return {
    document: parallel.document,
    name: parallel.name,
    version,
    sourceLocale: parallel.sourceLocale,
    parallel: paths.parallel,
    interleaved: paths.interleaved ?? null,
    editions: parallel.locales.map((locale) => siteEdition(input, locale, files.editions?.[locale] ?? [])),
    downloads: files.parallel ?? [],
    search: files.search ?? null,
  };
}

function siteEdition(input: PageInput, locale: string, downloads: readonly Download[]): SiteEdition {
  const facts = input.facts?.[locale];
  const path = input.paths.editions[locale] ?? null;
  const title = titleText(input, findTitle(input), locale);
  const counts = standingOf(input, locale);
  const last = facts?.last ?? null;
  const release = facts?.release ?? (facts?.shows === 'previous' ? last : null);
  return {
    ...{ locale, path, title: title.text, titleLocale: title.locale },
    shows: facts?.shows ?? 'current',
    counts: {
      ...{ total: counts.total, current: currentOf(counts), approved: counts.approved },
      ...{ machine: counts.machine, missing: counts.missing, stale: counts.stale },
    },
    machineShare: facts?.counts.machineShare ?? 0,
    release,
    earlier: [...(facts?.earlier ?? []), ...(last && last !== release ? [last] : [])],
    downloads: path === null ? [] : downloads,
  };
}
