import { decodeXml, encodingOf } from './bytes.ts';

/**
 * The text of an XML file in which each run of bytes that is none in the file's encoding is a NUL: a character that no
 * XML can hold, so that what it stands in is known to be damaged. Error: `not-utf8` for an encoding that is not read.
 */
export function decodeLoosely(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return decodeUtf8(bytes);
  return encoding === null ? decodeXml(bytes, file) : decodeUtf16(bytes, encoding === 'utf-16le');
}

function decodeUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(decoder.decode(bytes.subarray(from, at)), '\0');
    while (at < bytes.length && characterLength(bytes, at) === 0) at += 1;
    from = at;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return withoutMark(parts.join(''));
}

/** Bytes of the character that begins at a place, 0 where none does. https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506 */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let more = 2; more < length; more += 1) {
    const next = bytes[at + more] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
}

function decodeUtf16(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let from = 0; from + 1 < bytes.length; from += 0x2000) {
    const end = Math.min(bytes.length - (bytes.length % 2), from + 0x2000);
    const units: number[] = [];
    for (let at = from; at < end; at += 2) units.push(view.getUint16(at, little));
    parts.push(String.fromCharCode(...units));
  }
  const text = parts.join('').replace(/[\uD800-\uDFFF]/gu, '\0');
  return withoutMark(text) + (bytes.length % 2 === 1 ? '\0' : '');
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
