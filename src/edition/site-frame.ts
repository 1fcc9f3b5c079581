import { createHash } from 'node:crypto';
import {
  htmlDocument,
  join,
  type Markup,
  NOTHING,
  scriptElement,
  styleElement,
  tag,
  text,
} from '../model/html.ts';
import { direction } from '../model/locale.ts';
import { relativePath } from './html-url.ts';
import { languageMarks } from './page-context.ts';
import { absoluteAddress } from './site-address.ts';
import { FEED, hasFeed, type SiteInput, sitePath } from './site-model.ts';

/** A page of the site itself, in the words of one language. */
interface SitePageInput {
  readonly page: 'index' | 'search';
  readonly title: string;
  readonly style: string;
  readonly main: readonly Markup[];
  /** A script that may load the site's own scripts and nothing else. */
  readonly script?: string;
}

/** A page of the site, with the ways to the same page in other languages and to the other page. */
export function sitePage(
  input: SiteInput,
  reader: string,
  readers: readonly string[],
  { page, title, style, main, script }: SitePageInput,
): string {
  const path = sitePath(page, reader, readers);
  const body = [
    languages(input, { page, path, reader, readers }),
    tag('main', {}, tag('h1', {}, text(title)), ...main),
    ...(script === undefined ? [] : [scriptElement(script)]),
  ];
  const head = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policyOf(style, script) }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('meta', { name: 'generator', content: 'Hexapla' }),
    tag('title', {}, text(title)),
    ...addresses(input, page, path, readers),
    ...(hasFeed(input.documents)
      ? [tag('link', { rel: 'alternate', type: 'application/atom+xml', href: relativePath(path, FEED) })]
      : []),
    styleElement(style),
  ];
  return htmlDocument({ lang: reader, dir: direction(reader) }, head, body);
}

/**
 * The page's own style sheet and script by their hashes, and the scripts that this one loads:
 * https://www.w3.org/TR/CSP3/#strict-dynamic-usage
 */
function policyOf(style: string, script: string | undefined): string {
  const scripts = script === undefined ? '' : `; script-src ${hashOf(script)} 'strict-dynamic'`;
  return `default-src 'none'; style-src ${hashOf(style)}${scripts}; base-uri 'none'; form-action 'none'`;
}

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

function addresses(
  { site }: SiteInput,
  page: SitePageInput['page'],
  path: string,
  readers: readonly string[],
): Markup[] {
  if (site === null) return [];
  const alternate = (hreflang: string, reader: string): Markup =>
    tag('link', {
      ...{ rel: 'alternate', hreflang },
      href: absoluteAddress(site, sitePath(page, reader, readers)),
    });
  return [
    tag('link', { rel: 'canonical', href: absoluteAddress(site, path) }),
    ...readers.map((reader) => alternate(reader, reader)),
    alternate('x-default', readers[0] ?? ''),
  ];
}

/** The same page in the other languages that there are words in, and the way to the other page of the site. */
function languages(
  { words, names }: SiteInput,
  here: {
    readonly page: SitePageInput['page'];
    readonly path: string;
    readonly reader: string;
    readonly readers: readonly string[];
  },
): Markup {
  const { page, path, reader, readers } = here;
  const { compare } = new Intl.Collator(reader);
  const sorted = [...readers].sort((a, b) => compare(names(a, a), names(b, b)));
  const items = sorted.map((other) => {
    const name = text(names(other, other));
    if (other === reader) return tag('li', {}, tag('span', { 'aria-current': 'page' }, name));
    const href = relativePath(path, sitePath(page, other, readers));
    return tag('li', {}, tag('a', { href, hreflang: other, ...languageMarks(other, reader) }, name));
  });
  const other = page === 'index' ? 'search' : 'index';
  const way = tag(
    'a',
    { href: relativePath(path, sitePath(other, reader, readers)) },
    text(words(reader, `page.site.to.${other}`)),
  );
  return tag(
    'nav',
    { 'aria-labelledby': 'languages' },
    tag('h2', { id: 'languages', class: 'vh' }, text(words(reader, 'page.parallel.readers'))),
    sorted.length > 1 ? tag('ul', {}, join(items, '\n')) : NOTHING,
    tag('p', {}, way),
  );
}
