import { hashWording } from '../../../src/catalogue/hash.ts';
import type { SourceCatalogue, SourceEntry, Target, TargetCatalogue } from '../../../src/model/catalogue.ts';
import { extractDocument, type Open, openDocument, type Settings } from '../../../src/pipeline.ts';

/** The path of the document of every project that is made for tests. */
export const DOCUMENT = 'doc.md';

/** A document with its target catalogues by locale. */
export interface Project {
  readonly open: Open;
  readonly targets: Readonly<Record<string, TargetCatalogue>>;
  readonly settings: Settings;
}

/** Opens Markdown text as a document; its catalogue is renewed from an earlier one, where there is one. */
export function openMarkdown(
  markdown: string,
  settings: Settings,
  previous: SourceCatalogue | null = null,
): Open {
  const bytes = new TextEncoder().encode(markdown);
  const { catalogue } = extractDocument({ document: DOCUMENT, bytes, previous, settings });
  return openDocument({ document: DOCUMENT, bytes, catalogue, settings });
}

/** A target that a translator made and another person approved. */
export function approved(entry: SourceEntry, text: string): Target {
  const madeFrom = hashWording(entry);
  const made = { text, origin: 'human', madeFrom } as const;
  return {
    ...made,
    state: 'final',
    by: 'A. Reviewer',
    was: [{ ...made, state: 'translated', by: 'A. Translator' }],
  };
}

/** The live segments' ids with their entries, in order. */
export function entriesOf(catalogue: SourceCatalogue): [string, SourceEntry][] {
  return catalogue.units.flatMap(({ segments }) => Object.entries(segments));
}

/** A locale's catalogue of approved targets, `texts` in the stored form in the order of the segments. */
export function approvedCatalogue(
  open: Open,
  locale: string,
  texts: readonly (string | null)[],
): TargetCatalogue {
  const entries = entriesOf(open.catalogue);
  if (texts.length !== entries.length) {
    throw new Error(`${locale} has ${texts.length} targets for ${entries.length} segments`);
  }
  const targets = Object.fromEntries(
    entries.flatMap(([id, entry], at): [string, Target][] => {
      const text = texts[at];
      return text === null || text === undefined ? [] : [[id, approved(entry, text)]];
    }),
  );
  return { document: DOCUMENT, locale, targets, suggestions: {} };
}

/** Text as a paragraph of Markdown that says just this: punctuation is escaped. */
export function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
