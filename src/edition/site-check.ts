import { resolvePath } from './site-links.ts';

/** A link or id of a page that does not hold. */
export interface LinkFinding {
  /** The page, below the folder of the editions. */
  readonly path: string;
  /** The address as it is written, or the id. */
  readonly href: string;
  readonly reason: 'missing-file' | 'missing-anchor' | 'id-twice' | 'outside';
}

/** What a page refers to and what can be referred to in it: plain data, for pages that have not changed. */
export interface LinkFacts {
  readonly path: string;
  readonly ids: readonly string[];
  readonly twice: readonly string[];
  readonly links: readonly string[];
}

/** A file that was built: its path below the folder of the editions, and its bytes. */
interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const ELEMENT = /<[a-z][\w:-]*((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /\s([^\s=>/]+)="([^"]*)"/g;
const LITERAL = /<(script|style)\b[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g;
const REFERENCES = new Set(['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']);

/** What a page, site map or feed refers to; null for a file that refers to nothing. Linear. */
export function linkFacts({ path, bytes }: BuiltFile): LinkFacts | null {
  if (!/\.(?:html|xml|atom)$/.test(path)) return null;
  const markup = new TextDecoder().decode(bytes).replace(LITERAL, '');
  const ids = new Set<string>();
  const twice = new Set<string>();
  const links = new Set<string>();
  for (const [, attributes = ''] of markup.matchAll(ELEMENT)) {
    for (const [, name = '', written = ''] of attributes.matchAll(ATTRIBUTE)) {
      const value = decoded(written);
      if (name === 'id') (ids.has(value) ? twice : ids).add(value);
      else if (name === 'href' || name === 'src') links.add(value);
      else if (REFERENCES.has(name)) for (const id of value.split(/\s+/)) links.add(`#${id}`);
    }
  }
  for (const [, address = ''] of markup.matchAll(/<loc>([^<]*)<\/loc>/g)) links.add(decoded(address));
  return { path, ids: [...ids], twice: [...twice], links: [...links] };
}

const REFERENCE: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => REFERENCE[name] ?? '');
}

/**
 * What does not hold in what was built: links to files that are not there, to places that the page does not have, and
 * ids that are there twice. Links to other sites are not looked at. Sorted by page. Linear.
 */
export function checkLinks(files: readonly BuiltFile[], site: string | null = null): LinkFinding[] {
  const facts = files.flatMap((file) => linkFacts(file) ?? []);
  return checkLinkFacts(facts, new Set(files.map(({ path }) => path)), site);
}

/** The same for what is known of each page; `paths` are all files that are there. */
export function checkLinkFacts(
  facts: readonly LinkFacts[],
  paths: ReadonlySet<string>,
  site: string | null = null,
): LinkFinding[] {
  const idsOf = new Map(facts.map(({ path, ids }) => [path, new Set(ids)]));
  const sorted = [...facts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return sorted.flatMap(({ path, links, twice }) => [
    ...twice.map((href): LinkFinding => ({ path, href, reason: 'id-twice' })),
    ...links.flatMap((href): LinkFinding[] => {
      const reason = problemOf(href, path, { idsOf, paths, site });
      return reason === null ? [] : [{ path, href, reason }];
    }),
  ]);
}

interface Built {
  readonly idsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly paths: ReadonlySet<string>;
  readonly site: string | null;
}

function problemOf(
  href: string,
  path: string,
  { idsOf, paths, site }: Built,
): Exclude<LinkFinding['reason'], 'id-twice'> | null {
  const base = site === null ? null : `${site.replace(/\/+$/, '')}/`;
  const own = base !== null && href.startsWith(base);
  const [, address = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  if (!own && (/^[^/?#]*:/.test(address) || address.startsWith('/'))) return null;
  const from = own ? '' : path;
  const target = address === '' ? path : resolvePath(from, own ? address.slice(base.length) : address);
  if (target === null) return own ? null : 'outside';
  if (!paths.has(target)) return 'missing-file';
  const ids = idsOf.get(target);
  if (fragment === undefined || fragment === '' || !ids) return null;
  return ids.has(fragment) || ids.has(decodedFragment(fragment)) ? null : 'missing-anchor';
}

function decodedFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
