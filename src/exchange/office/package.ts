import { HexaplaError } from '../../model/error.ts';
import { unzipSafely } from '../archive.ts';
import type { Attributes } from '../xml/feed.ts';
import { readPart } from './part.ts';

/** The XML parts of an office file by their paths in lower case, which is how parts are compared. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Opens an office file. Errors: `archive-invalid`, and `return-invalid` for a file of the formats before 2007, which
 * are no archives (and which an encrypted file of today looks like).
 */
export function openPackage(bytes: Uint8Array, file: string): Parts {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    if (isEncrypted(bytes)) throw new HexaplaError('archive-invalid', { reason: 'encrypted' }, { file });
    throw new HexaplaError('return-invalid', { reason: 'format' }, { file });
  }
  const parts = new Map<string, Uint8Array>();
  for (const [name, part] of unzipSafely(bytes, file, (name) => /\.(?:xml|rels)$/i.test(name))) {
    parts.set(name.toLowerCase(), part);
  }
  return parts;
}

function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le')
    .decode(bytes.subarray(0, bytes.length & ~1))
    .includes('EncryptedPackage');
}

/** A relation from one part to another: its kind is the last word of its type. */
interface Relation {
  readonly id: string;
  readonly kind: string;
  /** The path of the other part, in lower case; a web address where it is outside. */
  readonly target: string;
}

/** The relations of a part, or of the file itself where `part` is empty. */
export function relationsOf(parts: Parts, part: string, file: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  readPart(bytes, file, {
    open: (name, attributes) => {
      if (name === 'p:Relationship') relations.push(relationOf(attributes, folder));
    },
    text: () => {},
    close: () => {},
  });
  return relations;
}

function relationOf(attributes: Attributes, folder: string): Relation {
  const type = attributes['Type'] ?? '';
  const target = (attributes['Target'] ?? '').toLowerCase();
  return {
    id: attributes['Id'] ?? '',
    kind: type.slice(type.lastIndexOf('/') + 1),
    target: attributes['TargetMode'] === 'External' ? target : resolve(target, folder),
  };
}

function resolve(target: string, folder: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The path of the part that is the document itself. */
export function mainPart(parts: Parts, file: string, usual: string): string {
  const main = relationsOf(parts, '', file).find(({ kind }) => kind === 'officeDocument');
  return main !== undefined && parts.has(main.target) ? main.target : usual;
}
