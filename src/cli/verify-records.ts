import { formatPublication } from '../catalogue/record.ts';
import { HexaplaError } from '../model/error.ts';
import type { Release, Versions } from '../model/publication.ts';
import { verifyPublication } from '../pipeline-record.ts';
import { hasFile } from '../project/files.ts';
import type { ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import { publishedPaths, readPublished, type StoredPublication } from '../project/published.ts';
import { pageWords } from './words.ts';

/** What the check of a publication found: nothing where it is as it was recorded. */
export interface RecordCheck {
  readonly document: string;
  readonly locale: string;
  /** The record's path. */
  readonly path: string;
  readonly release: Release | null;
  /** With which it was made. */
  readonly versions: Versions | null;
  /** Codes of what is wrong: `cli.verify.problem.…`. */
  readonly problems: readonly string[];
  /** The record's text, for its signature; null where it cannot be read. */
  readonly text: string | null;
  readonly signature: string;
}

/** Checks every publication of a project: against its files, and by making its edition again. */
export function recordChecks(project: Project): readonly RecordCheck[] {
  const { config, documents, root } = project;
  const words = pageWords([config.sourceLocale, ...config.targetLocales]);
  return documents.flatMap((document) =>
    [config.sourceLocale, ...config.targetLocales].flatMap((locale) => {
      const paths = publishedPaths(config, document, locale);
      if (!hasFile(root, paths.record))
        return hasFile(root, paths.document) ? [orphan(document, locale, paths)] : [];
      const base = { document: document.path, locale, path: paths.record, signature: paths.signature };
      const stored = readOr(project, document, locale);
      if (typeof stored === 'string') {
        return [{ ...base, release: null, versions: null, problems: [stored], text: null }];
      }
      const { record, text } = stored;
      const written = formatPublication(record) === text ? [] : ['form'];
      const wrong = verifyPublication({ name: document.name, settings: config, ...words }, stored);
      const told = { release: record.release, versions: record.versions, text };
      return [{ ...base, ...told, problems: [...written, ...wrong] }];
    }),
  );
}

/** An edition without a record. */
function orphan(
  document: ProjectDocument,
  locale: string,
  paths: { readonly record: string; readonly signature: string },
): RecordCheck {
  const base = { document: document.path, locale, path: paths.record, signature: paths.signature };
  return { ...base, release: null, versions: null, problems: ['unrecorded'], text: null };
}

/** A publication as it is stored, or what is wrong with it. */
function readOr(
  { root, config }: Project,
  document: ProjectDocument,
  locale: string,
): StoredPublication | string {
  try {
    const stored = readPublished(root, config, document, locale);
    if (stored === null) throw new Error('there is a record');
    return stored;
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error;
    return error.code === 'published-invalid' ? String(error.values['reason']) : 'damaged';
  }
}
