import { createHash } from 'node:crypto';
import { HexaplaError } from '../model/error.ts';
import type { FileDigest } from '../model/publication.ts';
import { digestOf } from '../pipeline-edition.ts';
import { readFile } from '../project/files.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import { publishedPaths } from '../project/published.ts';

/** What the editions of a document are built from, by the digests of the files. */
export interface BuildInputs {
  readonly document: FileDigest;
  readonly catalogue: FileDigest;
  /** By locale; null where there is no catalogue yet. */
  readonly targets: Readonly<Record<string, FileDigest | null>>;
  /** By locale, the source locale among them: the record of its publication and its document, where they are. */
  readonly published: Readonly<Record<string, readonly FileDigest[]>>;
}

/**
 * Digests what a document's editions are built from; `read` gives a file, or null where there is none. Throws
 * `file-missing`, `extract-first`, `file-unreadable`.
 */
export function readInputs(
  { root, config }: Project,
  document: ProjectDocument,
  locales: readonly string[],
  read: (path: string) => Uint8Array | null = (path) => readFile(root, path),
): BuildInputs {
  const digested = (path: string): FileDigest | null => {
    const bytes = read(path);
    return bytes === null ? null : { path, digest: digestOf(bytes) };
  };
  const own = digested(document.path);
  if (own === null) throw new HexaplaError('file-missing', {}, { file: document.path });
  const catalogue = digested(cataloguePath(config, document, config.sourceLocale));
  if (catalogue === null) throw new HexaplaError('extract-first', {}, { file: document.path });
  const targets = locales.map((locale) => [locale, digested(cataloguePath(config, document, locale))]);
  const published = [config.sourceLocale, ...locales].map((locale) => {
    const paths = publishedPaths(config, document, locale);
    const record = digested(paths.record);
    const edition = record && digested(paths.document);
    return [locale, [record, edition].filter((one) => one !== null)];
  });
  return {
    document: own,
    catalogue,
    targets: Object.fromEntries(targets),
    published: Object.fromEntries(published),
  };
}

/** Everything that a document's editions depend on, in 64 digits; `order` is what holds for all documents. */
export function inputsKey(order: string, document: ProjectDocument, inputs: BuildInputs): string {
  return createHash('sha256')
    .update(JSON.stringify([order, document, inputs]))
    .digest('hex');
}
