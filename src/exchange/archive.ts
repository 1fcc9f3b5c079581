import { Inflate, zipSync } from 'fflate';
import { HexaplaError } from '../model/error.ts';

type Damage = 'size' | 'entries' | 'path' | 'encrypted' | 'damaged';

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const ENTRY_LIMIT = 10_000;
/** What all that is in an archive may come to, unpacked: still one string in V8. */
const SIZE_LIMIT = 512_000_000;
/** A table that repeats itself packs to about a fiftieth; deflate cannot do better than a thousandth. */
const RATIO_LIMIT = 300;
/** Up to here no ratio is looked at. */
const SMALL = 16_000_000;
/** Packed bytes that are inflated at a time: they give sixteen megabytes at the most, and then somebody looks. */
const STEP = 16_384;

/**
 * Unpacks the files of a zip archive that are wanted, by their paths within it, in the archive's order. Error:
 * `archive-invalid`, for an archive that is damaged (its checksums are compared), encrypted or too large, has too
 * many files, or one whose path leads out of it. Memory is bounded by the limits, whatever the archive says of itself.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function unzipSafely(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  try {
    const entries = readDirectory(bytes);
    judge(entries, bytes.length);
    for (const entry of entries) {
      if (entry.name.endsWith('/') || !wanted(entry.name)) continue;
      if ((entry.flags & 1) !== 0) throw new Refusal('encrypted');
      files.set(entry.name, unpack(bytes, entry));
    }
  } catch (error) {
    // What reads beyond the end is a RangeError, and the inflater has errors of its own: either is damage.
    const reason = error instanceof Refusal ? error.reason : 'damaged';
    throw new HexaplaError('archive-invalid', { reason }, { file });
  }
  return files;
}

/**
 * A zip archive of files by their paths, those of `stored` as they are; the same files in the same order give the same
 * bytes.
 */
export function zipDeterministic(
  files: ReadonlyMap<string, Uint8Array>,
  stored: ReadonlySet<string> = new Set(),
): Uint8Array {
  const tree: Record<string, Uint8Array | [Uint8Array, { readonly level: 0 }]> = Object.create(null);
  for (const [name, bytes] of files) tree[name] = stored.has(name) ? [bytes, { level: 0 }] : bytes;
  // Zip has no time zone: the local noon is the same bytes wherever this runs.
  return zipSync(tree, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

class Refusal extends Error {
  readonly reason: Damage;

  constructor(reason: Damage) {
    super(reason);
    this.reason = reason;
  }
}

function judge(entries: readonly Entry[], length: number): void {
  const names = new Set<string>();
  let size = 0;
  for (const entry of entries) {
    if (leadsOut(entry.name)) throw new Refusal('path');
    // Two files of one name are read as one by some and as the other by others.
    if (names.has(entry.name)) throw new Refusal('damaged');
    names.add(entry.name);
    size += entry.size;
  }
  if (size > SIZE_LIMIT || (size > SMALL && size > RATIO_LIMIT * length)) throw new Refusal('size');
}

function leadsOut(name: string): boolean {
  return /^(?:\/|[A-Za-z]:)/.test(name) || name.includes('\0') || name.split('/').includes('..');
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > ENTRY_LIMIT) throw new Refusal('entries');
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Refusal('damaged');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const entry = {
      name: decoder.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    entries.push(withLargeSizes(view, entry, nameEnd, extraEnd));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the central directory begins and how many entries it has. */
function findDirectory(view: DataView): { count: number; start: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR64) {
      const end = large(view, at - 12);
      if (view.getUint32(end, true) !== END64) throw new Refusal('damaged');
      return { count: large(view, end + 32), start: large(view, end + 48) };
    }
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  throw new Refusal('damaged');
}

/** Puts in what zip64 has in an extra field, since it does not fit in 32 bits (or since its writer did not know yet). */
function withLargeSizes(view: DataView, entry: Entry, from: number, to: number): Entry {
  const MARK = 0xffffffff;
  let { size, packed, offset } = entry;
  if (size !== MARK && packed !== MARK && offset !== MARK) return entry;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at - 4;
    const next = (): number => {
      field += 8;
      return large(view, field);
    };
    if (size === MARK) size = next();
    if (packed === MARK) packed = next();
    if (offset === MARK) offset = next();
    return { ...entry, size, packed, offset };
  }
  throw new Refusal('damaged');
}

function large(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new Refusal('damaged');
  return value;
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== LOCAL) throw new Refusal('damaged');
  const lengths = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const start = entry.offset + 30 + lengths;
  if (start + entry.packed > bytes.length) throw new Refusal('damaged');
  const packed = bytes.subarray(start, start + entry.packed);
  const data = entry.method === 0 ? packed.slice() : inflate(packed, entry);
  if (data.length !== entry.size || checksum(data) !== entry.crc) throw new Refusal('damaged');
  return data;
}

function inflate(packed: Uint8Array, { method, size }: Entry): Uint8Array {
  if (method !== 8 || size > (packed.length + 1) * 1100) throw new Refusal('damaged');
  const out = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new Refusal('damaged');
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  return out.subarray(0, length);
}

const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32, as zip has it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
