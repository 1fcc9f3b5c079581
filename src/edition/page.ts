import type { ParsedDocument } from '../model/block.ts';
import type { SoftBreaks } from '../model/catalogue.ts';
import type { Parallel } from '../model/row.ts';
import type { Unit } from '../model/unit.ts';

/** The page text of a key (all begin with `page.`) for readers of a locale, filled with ICU arguments. */
export type Words = (
  locale: string,
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Where the pages of one document stand: paths below the folder of the editions, with `/`. */
export interface PagePaths {
  /** Only the editions that exist, by locale: a page never links to one that was held back. */
  readonly editions: Readonly<Record<string, string>>;
  /** Null when no parallel edition is written. */
  readonly parallel: string | null;
}

/** What the pages of one document are made from. */
export interface PageInput {
  readonly parallel: Parallel;
  readonly parsed: ParsedDocument;
  /** The source document's units: they know what stands between two segments. */
  readonly units: readonly Unit[];
  /** Retired segments by the segment that their text went into: links to them lead there. */
  readonly former: ReadonlyMap<string, readonly string[]>;
  /** Whether a soft line break between two segments is shown as a line break. */
  readonly softBreaks: SoftBreaks;
  readonly words: Words;
  /** The language that the words for a locale are really in. */
  readonly uiLocale: (locale: string) => string;
  /** The name of a language in another; its own name when both are the same. */
  readonly names: (locale: string, inLocale: string) => string;
  /** A short digest of the source document. */
  readonly version: string;
  /** Base address for canonical and hreflang links, or null. */
  readonly site: string | null;
  readonly paths: PagePaths;
  /** The locale of the parallel page's own words; the source locale unless given. */
  readonly reader?: string;
  /** The columns that the parallel page shows at first; the source and two more unless given. */
  readonly shown?: readonly string[];
}
