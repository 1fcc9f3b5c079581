import { formatSource, formatTarget } from '../../src/catalogue/json.ts';
import { setTarget } from '../../src/catalogue/review.ts';
import type { SourceCatalogue, Target, TargetCatalogue } from '../../src/model/catalogue.ts';
import { newFolder } from './folder.ts';
import { extract, liveIds } from './settings.ts';

/** The targets of a document by locale, in the order of its segments; null for one that is missing. */
export type Texts = Readonly<Record<string, readonly (string | null)[]>>;

/** A project on disk with one document, its targets final and by a person. */
export interface CheckProject {
  readonly folder: string;
  readonly source: SourceCatalogue;
  readonly ids: readonly string[];
}

/** Makes a project of a Markdown document, its targets, what else its configuration says, and further files. */
export function checkProject(
  markdown: string,
  texts: Texts,
  config: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, string>> = {},
): CheckProject {
  const source = extract(markdown).catalogue;
  const ids = liveIds(source).map(([id]) => id);
  const targets = Object.entries(texts).map(([locale, own]) => [
    `locales/${locale}/doc.json`,
    formatTarget(targetOf(source, locale, ids, own), ids),
  ]);
  const folder = newFolder({
    'hexapla.json': JSON.stringify({
      ...{ sourceLocale: 'en', targetLocales: Object.keys(texts), documents: ['doc.md'] },
      ...config,
    }),
    'doc.md': markdown,
    'locales/en/doc.json': formatSource(source),
    ...Object.fromEntries(targets),
    ...files,
  });
  return { folder, source, ids };
}

function targetOf(
  source: SourceCatalogue,
  locale: string,
  ids: readonly string[],
  texts: readonly (string | null)[],
): TargetCatalogue {
  let target: TargetCatalogue = { document: 'doc.md', locale, targets: {}, suggestions: {} };
  for (const [at, text] of texts.entries()) {
    const id = ids[at];
    if (text === null || id === undefined) continue;
    target = setTarget(source, target, id, { text, origin: 'human', by: 'Translator' });
  }
  const final = Object.entries(target.targets).map(([id, one]): [string, Target] => [
    id,
    { ...one, state: 'final', by: 'Reviewer' },
  ]);
  return { ...target, targets: Object.fromEntries(final) };
}
