import { createHash } from 'node:crypto';
import { dataElement, type Markup, styleElement, tag, text } from '../model/html.ts';
import type { PageInput } from './page.ts';

/** What the head of a page says. */
interface Head {
  readonly title: string;
  /** `lang` and `dir` of the title where it is not in the page's language. */
  readonly titleMarks: { readonly lang?: string; readonly dir?: string };
  readonly description: string | null;
  readonly style: string;
  /** Whether the page may fetch images. */
  readonly images: boolean;
  /** The page's own path below the folder of the editions. */
  readonly path: string | null;
  /** The locale of an edition; null for a page with all of them. */
  readonly locale: string | null;
  /** The page's own script, or null. */
  readonly script?: string | null;
}

/**
 * The head of a page. Its content security policy allows the page's own style sheet and script, by their hashes, and
 * nothing else: https://www.w3.org/TR/CSP3/#framework-directive-source-list
 */
export function headMarkup(input: PageInput, head: Head): Markup[] {
  const images = head.images ? "; img-src 'self' http: https: file:" : '';
  const script = head.script ? `; script-src ${hashOf(head.script)}` : '';
  const policy = `default-src 'none'; style-src ${hashOf(head.style)}${script}${images}; base-uri 'none'; form-action 'none'`;
  return [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('meta', { name: 'generator', content: 'Hexapla' }),
    tag('title', head.titleMarks, text(head.title)),
    ...(head.description === null ? [] : [tag('meta', { name: 'description', content: head.description })]),
    ...addresses(input, head),
    ...(input.head?.(head.locale) ?? []).map((extra) =>
      'json' in extra ? dataElement(extra.json) : tag(extra.tag, extra.attributes),
    ),
    styleElement(head.style),
  ];
}

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

/** Canonical and hreflang links, only where the site's address is known: they have to be absolute. */
function addresses(input: PageInput, head: Head): Markup[] {
  const { path } = head;
  const { site, paths } = input;
  if (site === null) return [];
  const absolute = (to: string): string =>
    `${site.replace(/\/+$/, '')}/${to.split('/').map(encodeURIComponent).join('/')}`;
  const links = path === null ? [] : [tag('link', { rel: 'canonical', href: absolute(path) })];
  // The set is that of the editions and of the parallel one, which is for everybody else: each names all of it.
  if (path === null || (head.locale === null && path !== paths.parallel)) return links;
  for (const [locale, to] of Object.entries(paths.editions)) links.push(alternate(locale, absolute(to)));
  const common = paths.parallel ?? paths.editions[input.parallel.sourceLocale];
  if (common !== undefined) links.push(alternate('x-default', absolute(common)));
  return links;
}

function alternate(hreflang: string, href: string): Markup {
  return tag('link', { rel: 'alternate', hreflang, href });
}
