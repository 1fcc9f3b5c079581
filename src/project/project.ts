import { statSync } from 'node:fs';
import { HexaplaError } from '../model/error.ts';
import { type Config, parseConfig } from './config.ts';
import { hasFile, listFiles, readFile } from './files.ts';
import { findDocuments, type ProjectDocument } from './layout.ts';
import { hint } from './nearest.ts';
import { CONFIG_FILE } from './place.ts';

/** A folder with a configuration, and the documents that it names. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  readonly documents: readonly ProjectDocument[];
}

/**
 * Opens the project in a folder. Throws `config-missing`, `config-invalid`, `config-name-clash`, `no-documents`,
 * `file-missing`, `path-escape`.
 */
export function openProject(root: string): Project {
  const config = readConfig(root);
  const documents = findDocuments(
    config,
    (folder) => listFiles(root, folder),
    (path) => hasFile(root, path),
  );
  for (const { path } of documents) hasFile(root, path);
  return { root, config, documents };
}

/** Reads a project's configuration alone. */
export function readConfig(root: string): Config {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new HexaplaError('file-missing', {}, { file: root });
  }
  const bytes = readFile(root, CONFIG_FILE);
  if (bytes === null) throw new HexaplaError('config-missing', { folder: root });
  return parseConfig(new TextDecoder('utf-8').decode(bytes));
}

/** The documents that the given paths or names mean; all of them where none is given. Throws `document-unknown`. */
export function chooseDocuments(project: Project, wanted: readonly string[]): readonly ProjectDocument[] {
  if (wanted.length === 0) return project.documents;
  const chosen = new Set(wanted.map((written) => chooseDocument(project, written)));
  return project.documents.filter((document) => chosen.has(document));
}

/** The document that a path or a name means. Throws `document-unknown` with the nearest right spelling. */
export function chooseDocument(project: Project, written: string): ProjectDocument {
  const path = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const found =
    project.documents.find((document) => document.path === path) ??
    project.documents.find((document) => document.name === path);
  if (found) return found;
  const names = project.documents.flatMap(({ path: known, name }) => [known, name]);
  throw new HexaplaError('document-unknown', { document: written, ...hint(path, names) });
}

/**
 * The project's target locales that the given tags mean, in the configuration's order; all of them where none is
 * given. Throws `locale-unknown` with the nearest right spelling.
 */
export function chooseLocales(config: Config, wanted: readonly string[]): readonly string[] {
  if (wanted.length === 0) return config.targetLocales;
  const chosen = new Set(wanted.map((tag) => chooseLocale(config.targetLocales, tag)));
  return config.targetLocales.filter((locale) => chosen.has(locale));
}

/** The one of `locales` that a tag means, written in any case. Throws `locale-unknown`. */
export function chooseLocale(locales: readonly string[], tag: string): string {
  const found = locales.find((locale) => locale.toLowerCase() === tag.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new HexaplaError('locale-unknown', { locale: tag, known: locales, ...hint(tag, locales) });
}
