import { HexaplaError } from '../model/error.ts';
import type { Config } from './config.ts';
import { fixedFolder, globMatcher, hasWildcard } from './glob.ts';
import { hint } from './nearest.ts';
import { CONFIG_FILE } from './place.ts';

/** A source document of a project. Paths are below the project's root, with `/`. */
export interface ProjectDocument {
  readonly path: string;
  /** The document's path below the folder that holds no wildcard, without extension. */
  readonly name: string;
}

/** Names that other files under `locales/` have. */
const RESERVED: ReadonlySet<string> = new Set(['ui']);

/**
 * The documents that a configuration names, in its order, then by path. `list` gives the files below a folder
 * (`docs/` or nothing for the root), sorted; `exists` whether a path is there. Throws `file-missing` for a path
 * that is named but absent, `no-documents` where nothing matches, and `config-name-clash`.
 */
export function findDocuments(
  config: Config,
  list: (folder: string) => readonly string[],
  exists: (path: string) => boolean,
): readonly ProjectDocument[] {
  const found = new Map<string, ProjectDocument>();
  for (const written of config.documents) {
    const pattern = written.replace(/^(?:\.\/)+/, '');
    const folder = fixedFolder(pattern);
    if (!hasWildcard(pattern) && !exists(pattern)) {
      throw new HexaplaError('file-missing', hint(pattern, list(folder)), { file: pattern });
    }
    const matches = globMatcher(pattern);
    const paths = hasWildcard(pattern)
      ? list(folder).filter((path) => matches(path) && !isWritten(path, config))
      : [pattern];
    for (const path of paths) {
      if (!found.has(path)) found.set(path, { path, name: nameBelow(pattern, path) });
    }
  }
  const documents = [...found.values()];
  if (documents.length === 0) {
    throw new HexaplaError('no-documents', { patterns: config.documents }, { file: CONFIG_FILE });
  }
  refuseClashes(documents, config);
  return documents;
}

/** The name of a document: its path below the folder of a pattern that holds no wildcard, without extension. */
export function nameBelow(pattern: string, path: string): string {
  return withoutExtension(path.slice(fixedFolder(pattern).length));
}

/** Where a document's catalogue of a locale is. */
export function cataloguePath(config: Config, document: ProjectDocument, locale: string): string {
  return fill(config.catalogues, document.name, locale);
}

/** Which handoff a path is for: the name of its document, its locale, and the extension of its format. */
export interface HandoffName {
  readonly name: string;
  readonly locale: string;
  /** The configured one unless given. */
  readonly extension?: string;
}

/** Where a handoff is written, in the configured folder or in `out`. */
export function handoffPath(config: Config, { name, locale, extension }: HandoffName, out?: string): string {
  const configured = fill(config.handoff, name, locale);
  const path = extension === undefined ? configured : `${withoutExtension(configured)}.${extension}`;
  if (out === undefined) return path;
  return joinPath(out, path.slice(fixedFolder(config.handoff).length));
}

/** Where what was sent in a handoff is kept: beside the target catalogue, named by the handoff's digest. */
export function recordPath(
  config: Config,
  document: ProjectDocument,
  locale: string,
  digest: string,
): string {
  return `${withoutExtension(cataloguePath(config, document, locale))}.handoffs/${digest}.json`;
}

/** Joins a folder and a path below it. */
export function joinPath(folder: string, path: string): string {
  const clean = folder
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');
  return clean === '' || clean === '.' ? path : `${clean}/${path}`;
}

function fill(pattern: string, name: string, locale: string): string {
  return pattern
    .replace(/^(?:\.\/)+/, '')
    .replace(/\{(locale|name)\}/g, (_, key: string) => (key === 'name' ? name : locale));
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]+$/, '');
}

/** Whether a path is one that Hexapla writes, so that a broad pattern does not take editions for documents. */
function isWritten(path: string, config: Config): boolean {
  const handoff = fixedFolder(config.handoff);
  if (path.startsWith(`${config.editions.replace(/\/+$/, '')}/`)) return true;
  if (handoff !== '' && path.startsWith(handoff)) return true;
  return path.endsWith('.json') || path.includes('.published.');
}

function refuseClashes(documents: readonly ProjectDocument[], config: Config): void {
  const byName = new Map<string, string>();
  for (const { path, name } of documents) {
    const other = byName.get(name.toLowerCase());
    if (other !== undefined) {
      throw new HexaplaError(
        'config-name-clash',
        { name, first: other, second: path },
        { file: CONFIG_FILE },
      );
    }
    byName.set(name.toLowerCase(), path);
    if (RESERVED.has(name) && config.catalogues === 'locales/{locale}/{name}.json') {
      throw new HexaplaError(
        'config-invalid',
        { reason: 'reserved', key: path, value: name },
        { file: CONFIG_FILE },
      );
    }
  }
}
