import { HexaplaError } from '../../model/error.ts';

/** Bytes at whose start a file names its encoding. */
const HEAD = 1 << 14;

/**
 * The encoding that a byte order mark or the header of a PO file names, as a label. ASCII is read as UTF-8, of which it
 * is a part; so is a file that does not say.
 */
export function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const named = /^"Content-Type:[^"\n]*?charset=([\w.:-]+)/im.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return ['charset', 'us-ascii', 'ascii'].includes(named) ? 'utf-8' : named;
}

/** The text of a PO file. Error: `not-utf8` for bytes that are not what they say, and for an unknown encoding. */
export function decodePo(bytes: Uint8Array, encoding: string, file: string): string {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withPunctuation(text) : text;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new HexaplaError('not-utf8', { encoding }, { file });
  }
}

// What stands at 80 to 9F in windows-1252, which is what Latin 1 files hold too: Node 20 takes it for control characters.
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function withPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (char) => PUNCTUATION.charAt(char.charCodeAt(0) - 0x80));
}
