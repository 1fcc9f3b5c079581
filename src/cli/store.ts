import { formatSource, formatTarget } from '../catalogue/json.ts';
import { parseRecord, parseSource, parseTarget } from '../catalogue/parse.ts';
import type { HandoffRecord, SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import { parseContent, plainText } from '../model/content.ts';
import { HexaplaError } from '../model/error.ts';
import { listSegments, type Open, openDocument } from '../pipeline.ts';
import { listFiles, type NewFile, readFile } from '../project/files.ts';
import type { Known } from '../project/known.ts';
import { cataloguePath, type ProjectDocument, recordPath } from '../project/layout.ts';
import type { Project } from '../project/project.ts';

/** A document's bytes and its source catalogue. */
export interface DocumentAndSource {
  readonly bytes: Uint8Array;
  readonly source: SourceCatalogue;
}

/** A document's bytes. Throws `file-missing`, `file-unreadable`. */
export function readBytes(project: Project, document: ProjectDocument): Uint8Array {
  const bytes = readFile(project.root, document.path);
  if (bytes === null) throw new HexaplaError('file-missing', {}, { file: document.path });
  return bytes;
}

/** The text of a stored file, or null where there is none. Throws `not-utf8`. */
export function readStoredText(root: string, path: string): string | null {
  const bytes = readFile(root, path);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HexaplaError('not-utf8', {}, { file: path });
  }
}

/** A document's source catalogue. Throws `extract-first`, `catalogue-invalid`, `catalogue-newer`. */
export function readSource(project: Project, document: ProjectDocument): SourceCatalogue {
  const path = cataloguePath(project.config, document, project.config.sourceLocale);
  const text = readStoredText(project.root, path);
  if (text === null) throw new HexaplaError('extract-first', {}, { file: document.path });
  return parseSource(text, path);
}

/** A document with its catalogue; opening the one with the other tells whether it is made from it. */
export function readBoth(project: Project, document: ProjectDocument): DocumentAndSource {
  return { bytes: readBytes(project, document), source: readSource(project, document) };
}

/** A document, opened with its catalogue. Throws as `openDocument` does. */
export function openStored(project: Project, document: ProjectDocument): Open {
  const { bytes, source } = readBoth(project, document);
  return openDocument({ document: document.path, bytes, catalogue: source, settings: project.config });
}

/**
 * A document's source catalogue, of which it is known (else found out) that it is made from the document as it is.
 * Throws `document-changed` where it is not.
 */
export function readCurrentSource(
  project: Project,
  document: ProjectDocument,
  known: Known,
): SourceCatalogue {
  const bytes = readBytes(project, document);
  const path = cataloguePath(project.config, document, project.config.sourceLocale);
  const catalogue = readSource(project, document);
  if (known.has(bytes, readStoredText(project.root, path) ?? '')) return catalogue;
  return openDocument({ document: document.path, bytes, catalogue, settings: project.config }).catalogue;
}

/** The texts of a document's source catalogue, without their codes; none where it has none that can be read. */
export function storedTexts(project: Project, document: ProjectDocument): readonly string[] {
  try {
    return listSegments(readSource(project, document)).map(({ text }) => plainText(parseContent(text) ?? []));
  } catch (error) {
    if (error instanceof HexaplaError) return [];
    throw error;
  }
}

/** A document's catalogue of a target locale, or null where there is none yet. */
export function readTarget(
  project: Project,
  document: ProjectDocument,
  locale: string,
): TargetCatalogue | null {
  const path = cataloguePath(project.config, document, locale);
  const text = readStoredText(project.root, path);
  return text === null ? null : parseTarget(text, path);
}

/** A target catalogue without targets. */
export function emptyTarget(document: ProjectDocument, locale: string): TargetCatalogue {
  return { document: document.path, locale, targets: {}, suggestions: {} };
}

/** The records of the handoffs of a document in a locale, by digest. */
export function readRecords(
  project: Project,
  document: ProjectDocument,
  locale: string,
): readonly HandoffRecord[] {
  const folder = recordPath(project.config, document, locale, '').replace(/[^/]*$/, '');
  const paths = listFiles(project.root, folder).filter((path) => path.endsWith('.json'));
  return paths.map((path) => parseRecord(readStoredText(project.root, path) ?? '', path));
}

/** The file of a source catalogue. */
export function sourceFile(
  project: Project,
  document: ProjectDocument,
  source: SourceCatalogue,
): NewFile & { readonly text: string } {
  return { path: cataloguePath(project.config, document, source.locale), text: formatSource(source) };
}

/** The file of a target catalogue, its targets in document order. */
export function targetFile(
  project: Project,
  document: ProjectDocument,
  source: SourceCatalogue,
  target: TargetCatalogue,
): NewFile {
  const order = source.units.flatMap(({ segments }) => Object.keys(segments));
  return { path: cataloguePath(project.config, document, target.locale), text: formatTarget(target, order) };
}

/** The target catalogues of a project as they are stored, one after the other. */
export function* storedTargets({ root, config, documents }: Project): Generator<string> {
  for (const document of documents) {
    for (const locale of config.targetLocales) {
      yield readStoredText(root, cataloguePath(config, document, locale)) ?? '';
    }
  }
}
