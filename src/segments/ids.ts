import { hash } from 'node:crypto';
import { normalizeText } from '../model/content.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Gives the id of a text that is first seen; see `idSource`. */
export type NewId = (prefix: 's' | 'u', text: string, taken: (id: string) => boolean) => string;

/**
 * A source of ids for segments (`s`) and units (`u`) first seen with a plain text: the prefix and eight lower-case
 * Crockford base-32 digits of SHA-256 over the normalised text, a NUL and n, where n is the smallest number whose id
 * `taken` does not hold. Two people who first see the same text give it the same id. A source remembers digests, since
 * most units are one segment, and the numbers that are gone, since what is taken stays so: a text that occurs ten
 * thousand times costs one digest each time.
 */
export function idSource(): NewId {
  const digests = new Map<string, string>();
  const numbers = new Map<string, number>();
  return (prefix, text, taken) => {
    const normalized = normalizeText(text);
    const key = prefix + normalized;
    for (let n = numbers.get(key) ?? 0; ; n++) {
      const remembered = n === 0 ? digests.get(normalized) : undefined;
      const digits = remembered ?? base32(hash('sha256', `${normalized}\0${n}`));
      if (n === 0) digests.set(normalized, digits);
      if (taken(prefix + digits)) continue;
      numbers.set(key, n + 1);
      return prefix + digits;
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
