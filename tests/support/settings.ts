import { readFileSync } from 'node:fs';
import type { SourceCatalogue } from '../../src/model/catalogue.ts';
import { type Extraction, extractDocument, type Settings } from '../../src/pipeline.ts';

/** The configuration's defaults, for English sources. */
export const settings: Settings = {
  sourceLocale: 'en',
  segmentation: 'sentence',
  softBreaks: 'auto',
  frontMatter: ['title', 'description', 'subtitle', 'summary'],
  policy: 'hold',
  minState: 'reviewed',
  links: {},
  site: null,
  instruction: null,
  spellings: [],
  names: [],
  sizeLimits: {},
  keep: { texts: [], kinds: [] },
};

/** How often a property is tried: more in the full run. */
export const runs: number = process.env.HEXAPLA_FULL === '1' ? 5000 : 100;

/** Extracts Markdown text. */
export function extract(
  text: string,
  previous: SourceCatalogue | null = null,
  over: Partial<Settings> = {},
): Extraction {
  const bytes = new TextEncoder().encode(text);
  return extractDocument({ document: 'doc.md', bytes, previous, settings: { ...settings, ...over } });
}

/** The live segments' ids in order, with their stored texts. */
export function liveIds(catalogue: SourceCatalogue): [string, string][] {
  return catalogue.units.flatMap(({ segments }) =>
    Object.entries(segments).map(([id, { text }]): [string, string] => [id, text]),
  );
}

/** The repository's own statement. */
export const statement: Uint8Array = readFileSync(new URL('../../locales/en/statement.md', import.meta.url));
