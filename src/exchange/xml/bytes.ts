import { HexaplaError } from '../../model/error.ts';

/** The encodings that an XML file may be in. */
export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Takes the bytes of a file, one piece after the other, and gives their text. */
export interface XmlDecoder {
  write(bytes: Uint8Array): string;
  /** The rest of the text. */
  end(): string;
  /** Known as soon as a text has been given, and after the end. */
  readonly encoding: XmlEncoding;
}

/** Bytes that are looked at before the encoding is told: a declaration is within them. */
const HEAD = 256;

/**
 * The text of an XML file: UTF-8 or UTF-16, told by a byte order mark, which wins over the declaration, or by the bytes
 * of `<?xml`. Error: `not-utf8`, with the line, for any other encoding and for bytes that are not what they say.
 * https://www.w3.org/TR/xml/#sec-guessing
 */
export function decodeXml(bytes: Uint8Array, file: string): string {
  const decoder = decodeXmlPieces(file);
  const text = decoder.write(bytes);
  return text + decoder.end();
}

/** The same piece by piece. With `keepMark` the text begins with the byte order mark that the file begins with. */
export function decodeXmlPieces(file: string, { keepMark = false }: { keepMark?: boolean } = {}): XmlDecoder {
  return new PieceDecoder(file, keepMark);
}

/** A text in an encoding; a byte order mark is in the bytes if it is in the text. Pieces may be cut anywhere but in a surrogate pair. */
export function encodeXml(text: string, encoding: XmlEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  }
  return bytes;
}

type Decoder = InstanceType<typeof TextDecoder>;

class PieceDecoder implements XmlDecoder {
  private readonly file: string;
  private readonly keepMark: boolean;
  private known: XmlEncoding | null = null;
  private decoder: Decoder | null = null;
  /** Bytes that have come and are not decoded: the file's first ones, or the beginning of a character. */
  private held: Uint8Array = new Uint8Array(0);
  private line = 1;

  constructor(file: string, keepMark: boolean) {
    this.file = file;
    this.keepMark = keepMark;
  }

  get encoding(): XmlEncoding {
    return this.known ?? 'utf-8';
  }

  write(bytes: Uint8Array): string {
    const all = joined(this.held, bytes);
    if (this.decoder === null && all.length < HEAD) {
      this.held = all.slice();
      return '';
    }
    return this.decode(all, false);
  }

  end(): string {
    const rest = this.held;
    this.held = new Uint8Array(0);
    return this.decode(rest, true);
  }

  private decode(all: Uint8Array, last: boolean): string {
    const first = this.decoder === null;
    const decoder = this.decoder ?? this.start(all);
    const end = last ? all.length : wholeCharacters(all, this.encoding);
    const part = all.subarray(0, end);
    this.held = all.slice(end);
    const text = decodeOr(decoder, part) ?? this.refuse(decoder, part);
    this.line += breaksIn(text);
    return first && !this.keepMark && text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  private start(head: Uint8Array): Decoder {
    const encoding = encodingOf(head);
    if (encoding === null) {
      throw new HexaplaError(
        'not-utf8',
        { encoding: declaredEncoding(head) ?? 'utf-16' },
        { file: this.file, line: 1 },
      );
    }
    this.known = encoding;
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return this.decoder;
  }

  private refuse(decoder: Decoder, bytes: Uint8Array): never {
    let [good, bad] = [0, bytes.length];
    while (good + 1 < bad) {
      const middle = (good + bad) >> 1;
      const part = bytes.subarray(0, middle);
      if (decodeOr(decoder, part.subarray(0, wholeCharacters(part, this.encoding))) === null) bad = middle;
      else good = middle;
    }
    const part = bytes.subarray(0, good);
    const before = decodeOr(decoder, part.subarray(0, wholeCharacters(part, this.encoding))) ?? '';
    const line = this.line + breaksIn(before);
    throw new HexaplaError('not-utf8', { encoding: this.encoding }, { file: this.file, line });
  }
}

function decodeOr(decoder: Decoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/** How many of the bytes are whole characters; a beginning that cannot become one counts as whole. */
function wholeCharacters(bytes: Uint8Array, encoding: XmlEncoding): number {
  const { length } = bytes;
  if (encoding !== 'utf-8') {
    const even = length - (length % 2);
    const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
    return even >= 2 && high >= 0xd8 && high <= 0xdb ? even - 2 : even;
  }
  for (let back = 1; back <= Math.min(3, length); back += 1) {
    const byte = bytes[length - back] ?? 0;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length - back : length;
  }
  return length;
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The encoding that a file's first bytes tell; null for one that is not read. */
export function encodingOf(bytes: Uint8Array): XmlEncoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0x3c && second === 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0) return 'utf-16be';
  if (first === 0 || second === 0) return null;
  const declared = declaredEncoding(bytes);
  return declared === null || declared === 'utf-8' || declared === 'us-ascii' ? 'utf-8' : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  return declared?.toLowerCase() ?? null;
}
