import { hash } from 'node:crypto';
import { normalizeText } from '../model/content.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
/** Two digits for every ten bits. */
const PAIRS = [...CROCKFORD].flatMap((first) => [...CROCKFORD].map((second) => first + second));

/** Gives the id of a text that is first seen; see `idSource`. */
export type NewId = (prefix: 's' | 'u', text: string, taken: (id: string) => boolean) => string;

/**
 * A source of ids for segments (`s`) and units (`u`) first seen with a plain text: the prefix and eight lower-case
 * Crockford base-32 digits of SHA-256 over the normalised text, a NUL and n, where n is the smallest number whose id
 * `taken` does not hold. Two people who first see the same text give it the same id. What was taken once must stay so:
 * the source remembers which numbers are gone, so that a text that occurs ten thousand times costs one digest each time.
 */
export function idSource(): NewId {
  const gone = new Map<string, number>();
  // Most units are one segment: the digest of the text before serves again.
  let last = '';
  let lastDigits = '';
  return (prefix, text, taken) => {
    const normalized = normalizeText(text);
    if (normalized !== last || lastDigits === '') {
      last = normalized;
      lastDigits = digitsOf(normalized, 0);
    }
    if (!taken(prefix + lastDigits)) return prefix + lastDigits;
    const key = prefix + normalized;
    for (let n = gone.get(key) ?? 1; ; n++) {
      const id = prefix + digitsOf(normalized, n);
      if (taken(id)) continue;
      gone.set(key, n + 1);
      return id;
    }
  };
}

function digitsOf(normalized: string, n: number): string {
  return base32(hash('sha256', `${normalized}\0${n}`));
}

/** The first forty bits of a digest in hexadecimal as eight Crockford base-32 digits. */
function base32(digest: string): string {
  const high = Number.parseInt(digest.slice(0, 5), 16);
  const low = Number.parseInt(digest.slice(5, 10), 16);
  return `${PAIRS[high >> 10]}${PAIRS[high & 1023]}${PAIRS[low >> 10]}${PAIRS[low & 1023]}`;
}
