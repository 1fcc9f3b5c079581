import type { ParsedDocument } from '../model/block.ts';
import type { SoftBreaks } from '../model/catalogue.ts';
import type { PublicationFacts } from '../model/publication.ts';
import type { Parallel, Progress } from '../model/row.ts';
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
  /** The parallel edition as continuous text, one language below the other; null or absent when it is not written. */
  readonly interleaved?: string | null;
}

/** What a page's head may say besides: elements of metadata, or data about the page in JSON-LD. */
export type HeadExtra =
  | { readonly tag: 'meta' | 'link'; readonly attributes: Readonly<Record<string, string>> }
  | { readonly json: string };

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
  /** Whether the parallel page shows the state of every text from the start, and not only what must be known. */
  readonly review?: boolean;
  /** How far each locale is, by segment; counted from the rows unless given. */
  readonly progress?: Readonly<Record<string, Progress>>;
  /** What is known of each locale's publication. */
  readonly facts?: Readonly<Record<string, PublicationFacts>>;
  /** A date (`YYYY-MM-DD`) as a locale writes it; as it stands unless given. */
  readonly dates?: (date: string, locale: string) => string;
  /** A script for the parallel pages that only adds to what they do without one; its hash is allowed, nothing else. */
  readonly script?: string | null;
  /** More for the head of the page of a locale, or of a parallel page (null). */
  readonly head?: (locale: string | null) => readonly HeadExtra[];
}
