const LINK_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);
const IMAGE_SCHEMES = new Set(['http', 'https']);
// Browsers drop tabs and newlines anywhere in an address and controls around it before they look for a scheme:
// https://url.spec.whatwg.org/#concept-basic-url-parser
const DROPPED = /[\0-\x1f\x7f]/g;

/** A link's address when it is harmless (http, https, mailto, tel, relative or `#…`), else null. */
export function linkAddress(href: string | undefined): string | null {
  return addressWithin(href, LINK_SCHEMES);
}

/** An image's address when it is harmless (http, https or relative), else null. */
export function imageAddress(href: string | undefined): string | null {
  return addressWithin(href, IMAGE_SCHEMES);
}

function addressWithin(href: string | undefined, schemes: ReadonlySet<string>): string | null {
  if (href === undefined) return null;
  const clean = href.replace(DROPPED, '').trim();
  const scheme = /^([^/?#]*?):/.exec(clean)?.[1];
  if (scheme !== undefined && !schemes.has(scheme.toLowerCase())) return null;
  return clean.replaceAll(' ', '%20');
}

/** The way from one page to another, both given as paths below the same folder, with `/`. */
export function relativePath(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const path = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < path.length - 1 && base[shared] === path[shared]) shared += 1;
  const steps = [...base.slice(shared).map(() => '..'), ...path.slice(shared)];
  return steps.map(encodeURIComponent).join('/');
}
