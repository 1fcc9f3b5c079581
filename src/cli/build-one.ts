import { parseTarget } from '../catalogue/parse.ts';
import type { ManifestDocument } from '../edition/manifest.ts';
import { type LinkFacts, linkFacts } from '../edition/site-check.ts';
import { type SiteDocument, siteDocument } from '../edition/site-document.ts';
import type { LinkedDocument } from '../edition/site-links.ts';
import { HexaplaError } from '../model/error.ts';
import type { Policy } from '../model/publication.ts';
import { openDocument } from '../pipeline.ts';
import { buildDocument } from '../pipeline-build.ts';
import type { Published } from '../pipeline-publish.ts';
import { type NewFile, readFile, type Staged, stageFiles } from '../project/files.ts';
import { cataloguePath, joinPath, type ProjectDocument } from '../project/layout.ts';
import { packageScript } from '../project/package.ts';
import type { Project } from '../project/project.ts';
import { readPublished } from '../project/published.ts';
import { rulesFor } from '../project/rules.ts';
import { type Further, furtherBuilder } from './build-further.ts';
import { readInputs } from './build-inputs.ts';
import { manifestDocument } from './manifest.ts';
import { readBoth, readStoredText } from './store.ts';
import { pageWords } from './words.ts';

/** What is built, the same for all documents of a project. It can be sent to a thread. */
export interface BuildOrder {
  readonly project: Project;
  readonly locales: readonly string[];
  /** The policy that was asked for; null for that of the configuration. */
  readonly policy: Policy | null;
  /** The folder of the editions. */
  readonly folder: string;
  /** What is built besides documents and pages. */
  readonly further: Further;
  /** Whether what is built is compared with what is there, and not written. */
  readonly compare: boolean;
}

/** What is told of a document that was built: in the manifest, on the site, and of where its pages lead. */
export interface BuiltFacts {
  readonly entry: ManifestDocument;
  readonly site: SiteDocument;
}

/** A document's editions as files, and what the manifest tells of them. */
export interface BuiltOne extends BuiltFacts {
  readonly files: readonly NewFile[];
  readonly links: readonly LinkFacts[];
}

/** A file that is not as it would be built. */
export interface Difference {
  readonly path: string;
  readonly status: 'changed' | 'missing' | 'extra';
}

/** What became of the files of a document that was built. */
export interface Settled extends BuiltFacts {
  readonly links: readonly LinkFacts[];
  readonly staged: Staged;
  readonly differences: readonly Difference[];
}

/** Stages the files of what was built, or compares them with what is there. */
export function settle({ project, compare }: BuildOrder, { files, ...facts }: BuiltOne): Settled {
  const { root } = project;
  if (!compare) return { ...facts, staged: stageFiles(root, files), differences: [] };
  const differences = files.flatMap((file) => differenceFrom(root, file) ?? []);
  return { ...facts, staged: { files: [], folders: [] }, differences };
}

/** How a file on the disk differs from what would be built; null where it does not. */
export function differenceFrom(root: string, { path, text }: NewFile): Difference | null {
  const there = readFile(root, path);
  if (there === null) return { path, status: 'missing' };
  return Buffer.from(there).equals(Buffer.from(text)) ? null : { path, status: 'changed' };
}

/** Builds documents one after the other, with the words of their pages at hand. Nothing is written. */
export async function documentBuilder(
  order: BuildOrder,
): Promise<(document: ProjectDocument) => Promise<BuiltOne>> {
  const { project, locales, folder, policy } = order;
  const { config, root } = project;
  const settings = { ...config, policy: policy ?? config.policy };
  const words = pageWords([config.sourceLocale, ...locales]);
  const script = packageScript();
  const documents = project.documents.map((document) => linkedDocument(order, document));
  const addFurther = await furtherBuilder(order.further, [config.sourceLocale, ...locales]);
  return async (document) => {
    const inputs = readInputs(project, document, locales);
    const { bytes, source } = readBoth(project, document);
    const open = openDocument({ document: document.path, bytes, catalogue: source, settings });
    const targets = locales.map((locale) => {
      const path = cataloguePath(config, document, locale);
      const text = readStoredText(root, path);
      return [locale, text === null ? null : parseTarget(text, path)] as const;
    });
    const all = [config.sourceLocale, ...locales];
    const rules = all.map((locale) => [locale, rulesFor(config, document, locale, policy)] as const);
    const published = all.map((locale) => [locale, readPublished(root, config, document, locale)] as const);
    const build = placed(Object.fromEntries(published), () =>
      buildDocument({
        ...{ open, name: document.name, settings, script, documents, ...words },
        targets: Object.fromEntries(targets),
        rules: Object.fromEntries(rules),
        published: Object.fromEntries(published),
      }),
    );
    const further = await addFurther(document.name, build);
    const apart = [build.interleaved, ...further.files];
    const files = [...build.editions.flatMap((edition) => edition.files), build.parallel, ...apart];
    return {
      entry: manifestDocument(build, apart, inputs, settings, folder),
      site: siteDocument(build.everything, further.site),
      links: files.flatMap((file) => linkFacts(file) ?? []),
      files: files.map(({ path, bytes: text }) => ({ path: joinPath(folder, path), text })),
    };
  };
}

/**
 * A document as others link to it: with the editions that go out whatever is in their catalogues. Of the rest nothing
 * is known while another document is built; links lead to the parallel edition there.
 */
function linkedDocument({ project, locales, policy }: BuildOrder, document: ProjectDocument): LinkedDocument {
  const { config } = project;
  const certain = locales.filter((locale) => {
    const rules = rulesFor(config, document, locale, policy);
    return rules.policy === 'fallback' && rules.thresholds === null;
  });
  const { path, name } = document;
  return { path, name, editions: new Set([config.sourceLocale, ...certain]) };
}

/** A publication that cannot be opened again is told with its record's file. */
function placed<T>(
  published: Readonly<Record<string, (Published & { readonly paths: { readonly record: string } }) | null>>,
  act: () => T,
): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof HexaplaError) || error.code !== 'published-invalid') throw error;
    const file = published[String(error.values['locale'])]?.paths.record;
    throw file === undefined ? error : error.at({ file });
  }
}
