import { HexaplaError } from '../../model/error.ts';

/**
 * The text of an XML file: UTF-8, or UTF-16 with a byte order mark, which wins over the declaration. Error:
 * `not-utf8` for any other encoding and for bytes that are not what they say.
 * https://www.w3.org/TR/xml/#sec-guessing
 */
export function decodeXml(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === null) {
    throw new HexaplaError('not-utf8', { encoding: declaredEncoding(bytes) ?? 'utf-16' }, { file });
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new HexaplaError('not-utf8', { encoding }, { file });
    throw error;
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0 || second === 0) return null;
  const declared = declaredEncoding(bytes);
  return declared === null || declared === 'utf-8' || declared === 'us-ascii' ? 'utf-8' : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  return declared?.toLowerCase() ?? null;
}
