import { type Hyphenate, hyphenateMarkup } from './hyphenate.ts';

/** The paper that a page is printed on. */
export type Paper = 'A4' | 'Letter';

const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?/;

/**
 * Lines are broken where the soft hyphens are; the colours of the screen do not count; a row of many languages may go
 * over two pages, but no language's text within it.
 */
function printStyle(paper: Paper): string {
  const rows = '.flow :is(article,li){break-inside:auto}.flow .text>*{break-inside:avoid}';
  return `<style>@page{size:${paper}}:root{color-scheme:light}[lang]{hyphens:manual}${rows}</style>`;
}

const IMAGE = /<img((?:\s+[^\s=>/]+(?:="[^"]*")?)*)>/g;

/** What is printed is the same wherever and whenever: nothing is fetched for it, so images are named as in the parallel page. */
function namedImage(attributes: string): string {
  const value = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const alt = value('alt');
  const marks = ['id', 'lang', 'dir']
    .map((name) => (value(name) === '' ? '' : ` ${name}="${value(name)}"`))
    .join('');
  return alt === '' ? '' : `<span class="image"${marks}>${alt}</span>`;
}

/**
 * A page as it is given to a printer: on the given paper, words with soft hyphens where there are patterns for their
 * language, without its script. It is for printing alone: its content security policy is another one, since its style
 * sheet is. Linear.
 */
export function printedPage(
  page: string,
  paper: Paper,
  hyphenation: ReadonlyMap<string, Hyphenate> = new Map(),
): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">\n`;
  const plain = page
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(POLICY, () => policy)
    .replace(IMAGE, (_, attributes: string) => namedImage(attributes))
    .replace('</head>', () => `${printStyle(paper)}\n</head>`);
  return hyphenateMarkup(plain, hyphenation);
}
