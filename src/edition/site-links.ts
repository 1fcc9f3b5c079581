import { numberedAnchors } from '../model/anchors.ts';
import { plainText } from '../model/content.ts';
import type { Cell, Row } from '../model/row.ts';
import { relinkBy } from './assemble-links.ts';
import { relativePath } from './html-url.ts';

/** A document of the project, and the languages that it has an edition in. */
export interface LinkedDocument {
  /** Path below the project's root, with `/`. */
  readonly path: string;
  readonly name: string;
  /** Locales whose edition goes out. */
  readonly editions: ReadonlySet<string>;
}

/** The file that links stand in. */
export interface LinkPlace {
  /** The source document's path below the project's root. */
  readonly document: string;
  /** The file's own path below the folder of the editions. */
  readonly file: string;
  /** The language of the text that the link stands in. */
  readonly locale: string;
  /** Whether the link leads to a page, or to an edition in the document's own format. */
  readonly form: 'page' | 'document';
}

/**
 * Where links between documents of the project lead in an edition: to the other document's edition in the same
 * language; where there is none, a page leads to its parallel edition and a document to its source. Query and fragment
 * stay. Null for addresses that stay as they are.
 */
export function documentLinks(
  documents: readonly LinkedDocument[],
  sourceLocale: string,
): (place: LinkPlace) => (href: string) => string | null {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  for (const document of documents) {
    const page = document.path.replace(/\.[^./]+$/, '.html');
    if (!byPath.has(page)) byPath.set(page, document);
  }
  return ({ document, file, locale, form }) =>
    (href) => {
      const [, address = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
      const asked = resolvePath(document, address);
      const other = asked === null ? undefined : byPath.get(asked);
      if (!other) return null;
      const target = fileOf(other, locale, form, sourceLocale);
      return resolvePath(file, address) === target ? null : relativePath(file, target) + suffix;
    };
}

function fileOf(
  { path, name, editions }: LinkedDocument,
  locale: string,
  form: LinkPlace['form'],
  sourceLocale: string,
): string {
  const there = editions.has(locale);
  if (form === 'page') return `${there ? locale : 'parallel'}/${name}.html`;
  return `${there ? locale : sourceLocale}/${name}${/\.[^./]+$/.exec(path)?.[0] ?? ''}`;
}

/**
 * The path that a relative address leads to from a file, both below one folder; null where it is no relative address
 * of a file or leads out of the folder.
 */
export function resolvePath(from: string, address: string): string | null {
  if (address === '' || address.startsWith('/') || /^[^/?#]*:/.test(address)) return null;
  const steps = from.split('/').slice(0, -1);
  for (const step of decoded(address).split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Rows whose links lead elsewhere in each language; rows without such links stay the same objects. Linear. */
export function linkRows(
  rows: readonly Row[],
  link: (locale: string) => (href: string) => string | null,
): readonly Row[] {
  const links = new Map<string, (href: string) => string | null>();
  const linkFor = (locale: string): ((href: string) => string | null) => {
    const found = links.get(locale) ?? link(locale);
    links.set(locale, found);
    return found;
  };
  const relinked = (cell: Cell): Cell => {
    const codes = relinkBy(cell.codes, linkFor(cell.locale));
    const parts = cell.parts?.map((part) => ({ ...part, cell: relinked(part.cell) }));
    const same = codes === cell.codes && !parts?.some((part, at) => part.cell !== cell.parts?.[at]?.cell);
    return same ? cell : { ...cell, codes, ...(parts && { parts }) };
  };
  return rows.map((row) => {
    const entries = Object.entries(row.cells);
    const cells = entries.map(([locale, cell]) => [locale, relinked(cell)] as const);
    if (cells.every(([, cell], at) => cell === entries[at]?.[1])) return row;
    return { ...row, cells: Object.fromEntries(cells) };
  });
}

/**
 * The anchor of each heading, by its block: that of its wording in the source, as it is on the sites where Markdown
 * is shown, so that a link to it leads there in every language. `taken` are ids that a page has for something else.
 */
export function headingAnchors(
  rows: readonly Row[],
  sourceLocale: string,
  taken: ReadonlySet<string> = new Set(),
): ReadonlyMap<number, string> {
  const ids = new Set(rows.flatMap((row) => row.ids));
  const anchors = [...slugsOf(rows, sourceLocale)].filter(([, slug]) => !taken.has(slug) && !ids.has(slug));
  return new Map(anchors);
}

/**
 * Where links to headings lead in a Markdown edition, whose headings have the anchors of their own wording: from the
 * source's anchor (`#…`) to the edition's. Null for other addresses.
 */
export function anchorLinks(
  rows: readonly Row[],
  sourceLocale: string,
  locale: string,
): (href: string) => string | null {
  const own = slugsOf(rows, locale);
  const anchors = new Map<string, string>();
  for (const [block, slug] of slugsOf(rows, sourceLocale)) anchors.set(slug, own.get(block) ?? slug);
  return (href) => {
    if (!href.startsWith('#')) return null;
    const to = anchors.get(decoded(href.slice(1)));
    return to === undefined || `#${to}` === decoded(href) ? null : `#${to}`;
  };
}

/** The anchors of a locale's headings, by block. */
function slugsOf(rows: readonly Row[], locale: string): Map<number, string> {
  const texts = new Map<number, string[]>();
  for (const { kind, block, cells } of rows) {
    if (kind !== 'heading') continue;
    const cell = cells[locale];
    texts.set(block, [...(texts.get(block) ?? []), cell ? shownText(cell) : '']);
  }
  return numberedAnchors(
    [...texts].map(([block, parts]) => [block, parts.filter(Boolean).join(' ')] as const),
  );
}

/** With the text that codes show: code spans are part of a heading's anchor. */
function shownText({ content, codes }: Cell): string {
  return content
    .map((node): string => {
      if (node.kind === 'text') return node.text;
      const code = codes[node.id];
      if (node.children)
        return shownText({ content: node.children, codes } as Cell) || plainText(node.children);
      return code?.type === 'code' || code?.type === 'autolink' ? (code.text ?? '') : '';
    })
    .join('');
}

/** The ids that pages have besides those of segments; see `page-flow.ts` and `page-change.ts`. */
export const PAGE_IDS: ReadonlySet<string> = new Set([
  'languages',
  'contents',
  'changes',
  'notes',
  'caption',
  'review',
]);
