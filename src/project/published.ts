import { createHash } from 'node:crypto';
import { formatPublication } from '../catalogue/record.ts';
import { parsePublication } from '../catalogue/record-parse.ts';
import { HexaplaError } from '../model/error.ts';
import type { PublicationRecord } from '../model/publication.ts';
import type { Config } from './config.ts';
import { type NewFile, readFile } from './files.ts';
import { cataloguePath, type ProjectDocument } from './layout.ts';

/** Where the last publication of a document in a locale is: beside its catalogue. */
export interface PublishedPaths {
  readonly document: string;
  readonly record: string;
  /** A detached signature of the record; there need not be one. */
  readonly signature: string;
}

/** A publication as it is stored: the edition's document, its record, and the record's own text. */
export interface StoredPublication {
  readonly paths: PublishedPaths;
  readonly record: PublicationRecord;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Where the publication of a document in a locale is kept. */
export function publishedPaths(config: Config, document: ProjectDocument, locale: string): PublishedPaths {
  const stem = cataloguePath(config, document, locale).replace(/\.json$/, '.published');
  const extension = /\.[^./]+$/.exec(document.path)?.[0] ?? '.md';
  return { document: stem + extension, record: `${stem}.json`, signature: `${stem}.json.sig` };
}

/**
 * The last publication of a document in a locale, or null where there is none. Throws `published-invalid` where the
 * record is another document's or the edition is not the one that it records, `catalogue-invalid`, `catalogue-newer`.
 */
export function readPublished(
  root: string,
  config: Config,
  document: ProjectDocument,
  locale: string,
): StoredPublication | null {
  const paths = publishedPaths(config, document, locale);
  const stored = readFile(root, paths.record);
  if (stored === null) return null;
  const text = decode(stored, paths.record);
  const record = parsePublication(text, paths.record);
  const strange = (reason: string, file: string): HexaplaError =>
    new HexaplaError('published-invalid', { reason }, { file });
  if (record.document !== document.path || record.locale !== locale) throw strange('strange', paths.record);
  const bytes = readFile(root, paths.document);
  if (bytes === null) throw strange('absent', paths.document);
  if (digestOf(bytes) !== record.release.edition) throw strange('changed', paths.document);
  if (digestOf(new TextEncoder().encode(record.snapshot.text)) !== record.release.source) {
    throw strange('snapshot', paths.record);
  }
  return { paths, record, bytes, text };
}

/** The files of a publication, the record last: until it is there, what was published before is known. */
export function publishedFiles(
  paths: PublishedPaths,
  record: PublicationRecord,
  bytes: Uint8Array,
): readonly NewFile[] {
  return [
    { path: paths.document, text: bytes },
    { path: paths.record, text: formatPublication(record) },
  ];
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HexaplaError('not-utf8', {}, { file });
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
