import { createHash } from 'node:crypto';
import { normalizeText } from '../model/content.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The id of a segment (`s`) or unit (`u`) first seen with this plain text: the prefix and eight lower-case Crockford
 * base-32 digits of SHA-256 over the normalised text, a NUL and n, where n is the smallest number whose id `taken`
 * does not hold. Two people who first see the same text give it the same id.
 */
export function newId(prefix: 's' | 'u', text: string, taken: (id: string) => boolean): string {
  const normalized = normalizeText(text);
  for (let n = 0; ; n++) {
    const digest = createHash('sha256').update(`${normalized}\0${n}`).digest();
    const id = prefix + base32(digest);
    if (!taken(id)) return id;
  }
}

/** The first forty bits of a digest as eight Crockford base-32 digits. */
function base32(digest: Uint8Array): string {
  let high = 0;
  for (let i = 0; i < 5; i++) high = high * 256 + (digest[i] ?? 0);
  let out = '';
  for (let i = 0; i < 8; i++) {
    out = CROCKFORD[high % 32] + out;
    high = Math.floor(high / 32);
  }
  return out;
}
