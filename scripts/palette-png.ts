import { crc32, deflateSync } from 'node:zlib';

/** Pixels row by row, four bytes each: red, green, blue, opacity. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits that are kept of each colour channel: text needs few shades. */
const BITS = 4;
const MOST_COLOURS = 256;

/**
 * Opaque pixels as a PNG of at most 256 colours (https://www.w3.org/TR/png-3/): colours that differ little become the
 * most frequent one among them, so that large areas keep their own. Throws a plain Error where more are needed.
 */
export function palettePng({ width, height, data }: Pixels): Buffer {
  const { colours, indexOf } = palette(data);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + x + 1] = indexOf(data, (y * width + x) * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Palette {
  readonly colours: readonly (readonly number[])[];
  readonly indexOf: (data: Uint8Array, at: number) => number;
}

function palette(data: Uint8Array): Palette {
  const counts = new Map<number, Map<number, number>>();
  for (let at = 0; at < data.length; at += 4) {
    const group = counts.get(bucket(data, at)) ?? new Map<number, number>();
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    if (group.size === 0) counts.set(bucket(data, at), group);
    group.set(colour, (group.get(colour) ?? 0) + 1);
  }
  if (counts.size > MOST_COLOURS) throw new Error(`the picture needs ${counts.size} colours`);
  const places = new Map([...counts.keys()].map((key, index) => [key, index]));
  const colours = [...counts.values()].map((group) => {
    const [[colour] = [0]] = [...group].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return [colour >> 16, (colour >> 8) & 255, colour & 255];
  });
  return { colours, indexOf: (bytes, at) => places.get(bucket(bytes, at)) ?? 0 };
}

function bucket(data: Uint8Array, at: number): number {
  const shift = 8 - BITS;
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  return ((red >> shift) << (2 * BITS)) | ((green >> shift) << BITS) | (blue >> shift);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
