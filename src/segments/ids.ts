import { hash } from 'node:crypto';
import { normalizeText } from '../model/content.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Gives the id of a text that is first seen; see `idSource`. */
export type NewId = (prefix: 's' | 'u', text: string, taken: (id: string) => boolean) => string;

/**
 * A source of ids for segments (`s`) and units (`u`) first seen with a plain text: the prefix and eight lower-case
 * Crockford base-32 digits of SHA-256 over the normalised text, a NUL and n, where n is the smallest number whose id
 * `taken` does not hold. Two people who first see the same text give it the same id. A source remembers digests, since
 * most units are one segment.
 */
export function idSource(): NewId {
  const known = new Map<string, string>();
  return (prefix, text, taken) => {
    const normalized = normalizeText(text);
    for (let n = 0; ; n++) {
      const remembered = n === 0 ? known.get(normalized) : undefined;
      const digits = remembered ?? base32(hash('sha256', `${normalized}\0${n}`));
      if (n === 0) known.set(normalized, digits);
      if (!taken(prefix + digits)) return prefix + digits;
    }
  };
}

/** The first forty bits of a digest in hexadecimal as eight Crockford base-32 digits. */
function base32(digest: string): string {
  let rest = Number.parseInt(digest.slice(0, 10), 16);
  let out = '';
  for (let i = 0; i < 8; i++) {
    out = CROCKFORD[rest % 32] + out;
    rest = Math.floor(rest / 32);
  }
  return out;
}
