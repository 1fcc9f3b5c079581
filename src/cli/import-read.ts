import { createReturnDigest, returnDigest } from '../catalogue/undo.ts';
import { unzipSafely } from '../exchange/archive.ts';
import { readTransfers } from '../exchange/formats.ts';
import { type KnownSegments, keepKnown } from '../exchange/keep-known.ts';
import { type ReturnKind, SNIFFED_BYTES, sniffReturn } from '../exchange/sniff.ts';
import { type ReturnedHeader, readXliffPieces } from '../exchange/xliff/read.ts';
import { type Damage, salvageXliffBytes } from '../exchange/xliff/salvage.ts';
import { decodeXmlPieces } from '../exchange/xml/bytes.ts';
import type { SourceCatalogue } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import type { Returned } from '../model/transfer.ts';
import { readAnyFile } from '../project/files.ts';
import { openPieces } from '../project/pieces.ts';
import type { Addressee } from './addressee.ts';

/** What a returned file holds for one document in one locale. */
export interface ReturnedPart {
  readonly addressee: Addressee;
  readonly returned: Returned;
  /** Segments of the file that the document does not know and never knew: how many, and the first of them. */
  readonly unknown: KnownSegments['unknown'];
}

/** A returned file, read. */
export interface ReturnedFile {
  /** 16 hexadecimal digits of SHA-256 over its bytes. */
  readonly digest: string;
  /** Null for an archive. */
  readonly kind: ReturnKind;
  readonly parts: readonly ReturnedPart[];
  /** Where the file is damaged, when what is whole of it was asked for. */
  readonly damage: readonly Damage[];
}

/** What the reading of returns needs to know of the project. */
export interface ReadingReturns {
  readonly root: string;
  /** Whether to take what is whole of a damaged file. */
  readonly salvage: boolean;
  readonly addresseeOf: (header: ReturnedHeader, path: string) => Addressee;
  readonly sourceOf: (addressee: Addressee) => SourceCatalogue;
}

/**
 * Reads a returned file of any format. XLIFF is read piece by piece, and only what the catalogues know is kept: memory
 * is bounded by them, not by the file. Errors: `file-missing`, `file-unreadable`, `return-invalid`, `xliff-foreign`,
 * and those of the formats.
 */
export async function readReturnedFile(
  file: string,
  path: string,
  how: ReadingReturns,
): Promise<ReturnedFile> {
  const { pieces } = openPieces(how.root, file);
  const kind = kindOf(firstOf(pieces), path);
  if (kind === 'xliff' && !how.salvage) return readXliffFile(pieces, path, how);
  const bytes = readAnyFile(how.root, file);
  const { returned, damage } = await readBytes(bytes, kind, path, how.salvage);
  const parts = returned.map((one): ReturnedPart => {
    const { segments, ...header } = one;
    const { kept, addressee } = startPart(header, path, how);
    for (const segment of segments) kept.segment(segment);
    kept.close();
    return { addressee, returned: { ...header, segments: kept.segments }, unknown: kept.unknown };
  });
  return { digest: returnDigest(bytes), kind, parts, damage };
}

function firstOf(pieces: Iterable<Uint8Array>): Uint8Array {
  for (const piece of pieces) return piece.slice(0, SNIFFED_BYTES);
  return new Uint8Array();
}

function kindOf(head: Uint8Array, path: string): ReturnKind {
  const kind = sniffReturn(head, path);
  if (kind === null) throw new HexaplaError('return-invalid', { reason: 'format' }, { file: path });
  return kind;
}

function readXliffFile(pieces: Iterable<Uint8Array>, path: string, how: ReadingReturns): ReturnedFile {
  const digest = createReturnDigest();
  const decoder = decodeXmlPieces(path);
  const started: { header: ReturnedHeader; part: StartedPart }[] = [];
  const reading = readXliffPieces(path, {
    openFile: (header) => {
      const part = startPart(header, path, how);
      started.push({ header, part });
      return part.kept;
    },
  });
  for (const bytes of pieces) {
    digest.update(bytes);
    reading.write(decoder.write(bytes));
  }
  reading.write(decoder.end());
  reading.end();
  const parts = started.map(({ header, part: { addressee, kept } }) => ({
    addressee,
    returned: { ...header, segments: kept.segments },
    unknown: kept.unknown,
  }));
  return { digest: digest.end(), kind: 'xliff', parts, damage: [] };
}

/** A part that is being read: what the catalogue knows of it is kept. */
interface StartedPart {
  readonly addressee: Addressee;
  readonly kept: KnownSegments;
}

function startPart(header: ReturnedHeader, path: string, how: ReadingReturns): StartedPart {
  const addressee = how.addresseeOf(header, path);
  return { addressee, kept: keepKnown(how.sourceOf(addressee)) };
}

interface Whole {
  readonly returned: readonly Returned[];
  readonly damage: readonly Damage[];
}

async function readBytes(
  bytes: Uint8Array,
  kind: ReturnKind,
  path: string,
  salvage: boolean,
): Promise<Whole> {
  if (kind === 'archive') return readArchive(bytes, path, salvage);
  if (kind === 'xliff' && salvage) return salvageXliffBytes(bytes, path);
  return { returned: await readTransfers(kind, bytes, path), damage: [] };
}

/** What may be in a package that is a return; the rest of it (sources, pages, instructions) is left alone. */
async function readArchive(bytes: Uint8Array, path: string, salvage: boolean): Promise<Whole> {
  const isReturn = (name: string): boolean =>
    /\.(?:xlf|xliff|sdlxliff|mxliff|mqxliff|tmx|po|csv|tsv|xlsx|docx)$/i.test(name) &&
    !/^(?:source|preview|__MACOSX)\//.test(name);
  const files = [...unzipSafely(bytes, path, isReturn)];
  if (files.length === 0) throw new HexaplaError('return-invalid', { reason: 'format' }, { file: path });
  const read: Whole[] = [];
  for (const [name, content] of files) {
    const inner = `${path}/${name}`;
    const kind = kindOf(content.subarray(0, SNIFFED_BYTES), inner);
    if (kind === 'archive') throw new HexaplaError('return-invalid', { reason: 'format' }, { file: inner });
    read.push(await readBytes(content, kind, inner, salvage));
  }
  return {
    returned: read.flatMap(({ returned }) => returned),
    damage: read.flatMap(({ damage }) => damage),
  };
}
