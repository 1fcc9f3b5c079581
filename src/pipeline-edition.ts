import { hash } from 'node:crypto';
import { readMarkdown } from './blocks/markdown.ts';
import { writeMarkdown } from './blocks/markdown-write.ts';
import { contentOf } from './catalogue/hash.ts';
import { formerIds } from './catalogue/heirs.ts';
import { wordingOf } from './catalogue/revisions.ts';
import { applyEdits, encodeSource, readSource } from './document/source.ts';
import { assemble } from './edition/assemble.ts';
import { relink } from './edition/assemble-links.ts';
import { fillsOf } from './edition/fills.ts';
import { i18nextResource } from './edition/i18next.ts';
import {
  dayText,
  editionNotice,
  fallbackMarks,
  type NoticeFacts,
  type NoticeWords,
} from './edition/notices.ts';
import type { PageInput, PagePaths } from './edition/page.ts';
import { renderEdition } from './edition/page-edition.ts';
import { previousEdit } from './edition/publication-previous.ts';
import { rowsOf } from './edition/rows.ts';
import { siteHead } from './edition/site-head.ts';
import { anchorLinks, documentLinks, type LinkedDocument, linkRows } from './edition/site-links.ts';
import { FEED } from './edition/site-model.ts';
import type { State } from './model/catalogue.ts';
import type { PublicationFacts } from './model/publication.ts';
import type { Progress, Row, Standing } from './model/row.ts';
import type { Open, Settings } from './pipeline.ts';

/** A file of an edition: its path below the folder of the editions, with `/`, and its bytes. */
export interface EditionFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A document as editions are made from it, and the words of their pages. */
export interface Edited extends NoticeWords {
  readonly open: Open;
  /** The document's name in paths. */
  readonly name: string;
  readonly settings: Settings;
  /** The script of the parallel pages; they work without one. */
  readonly script?: string | null;
  /** The project's documents, to which links may lead. */
  readonly documents?: readonly LinkedDocument[];
}

/** The standings of the locales that rows have cells for, in their order. */
export type Lists = ReadonlyMap<string, readonly Standing[]>;

/** The folder of the i18next resources, below that of the editions. It can be no locale's: a language has no digits. */
export const RESOURCES: string = 'i18next';

/** The path of an edition's i18next resource: the document's name is its namespace. */
export function resourcePath(locale: string, name: string): string {
  return `${RESOURCES}/${locale}/${name}.json`;
}

/** The path of an edition's document. */
export function documentPath({ open, name }: Edited, locale: string): string {
  return `${locale}/${name}${/\.[^./]+$/.exec(open.document)?.[0] ?? '.md'}`;
}

/** The rows of a document; `publishable` as `rowsOf` has it. */
export function rowsFor({ open, settings }: Edited, lists: Lists, publishable: State | null): Row[] {
  const byId = (list: readonly Standing[]) => new Map(list.map((standing) => [standing.id, standing]));
  const links = new Map([...lists.keys()].map((locale) => [locale, linksFor(settings, locale)]));
  return rowsOf(
    {
      sourceLocale: settings.sourceLocale,
      units: open.units,
      standings: new Map([...lists].map(([locale, list]) => [locale, byId(list)])),
      read: contentOf,
      codesFor: (codes, locale) => relink(codes, links.get(locale) ?? {}),
      wordingOf: (entry, hash) => wordingOf(entry, hash) ?? null,
    },
    { publishable },
  );
}

/** Where a locale's links lead, by the source's address. */
export function linksFor({ links }: Settings, locale: string): Record<string, string> {
  const own = Object.entries(links).flatMap(([from, to]) =>
    to[locale] === undefined ? [] : [[from, to[locale]]],
  );
  return Object.fromEntries(own);
}

/** What the pages of a document are made from. */
export function pageInput(
  edited: Edited,
  given: {
    readonly rows: readonly Row[];
    readonly paths: PagePaths;
    readonly locales: readonly string[];
    readonly facts?: Readonly<Record<string, PublicationFacts>>;
    readonly progress?: Readonly<Record<string, Progress>>;
  },
): PageInput {
  const { open, name, settings, words, uiLocale, names, script } = edited;
  const { rows, paths, locales, facts, progress } = given;
  const { sourceLocale, site } = settings;
  const page: PageInput = {
    parallel: { document: open.document, name, sourceLocale, locales: [sourceLocale, ...locales], rows },
    parsed: open.parsed,
    units: open.units,
    former: formerIds(open.catalogue),
    softBreaks: open.catalogue.softBreaks,
    words,
    uiLocale,
    names,
    version: open.digest.slice(0, 12),
    site,
    paths,
    dates: dayText,
    ...(script !== undefined && { script }),
    ...(facts && { facts }),
    ...(progress && { progress }),
  };
  const released = Object.values(facts ?? {}).some(({ release, last }) => release !== null || last !== null);
  return facts === undefined ? page : { ...page, head: siteHead(page, released ? FEED : null) };
}

/** A locale's page. */
export function pageFile(edited: Edited, page: PageInput, locale: string): EditionFile {
  const path = `${locale}/${edited.name}.html`;
  return fileOf(path, renderEdition(linkedPage(edited, page, path), locale));
}

/** A page whose links to other documents of the project lead to their pages, from where it stands. */
export function linkedPage(edited: Edited, page: PageInput, file: string): PageInput {
  const rows = linkedRows(edited, page.parallel.rows, file, 'page');
  return rows === page.parallel.rows ? page : { ...page, parallel: { ...page.parallel, rows } };
}

function linkedRows(
  { documents, open, settings }: Edited,
  rows: readonly Row[],
  file: string,
  form: 'page' | 'document',
): readonly Row[] {
  if (documents === undefined || documents.length === 0) return rows;
  const link = documentLinks(documents, settings.sourceLocale);
  return linkRows(rows, (locale) => link({ document: open.document, file, locale, form }));
}

/** The source locale's document: the source, byte for byte. */
export function sourceBytes({ open }: Edited): Uint8Array {
  return encodeSource(open.source, applyEdits(open.source, []));
}

/** A target locale's document. Throws `shape`, naming a segment. */
export function targetBytes(edited: Edited, rows: readonly Row[], facts: NoticeFacts): Uint8Array {
  const { open, settings } = edited;
  const { locale } = facts;
  const linked = linkedRows(edited, rows, documentPath(edited, locale), 'document');
  // Headings have the anchors of their own wording in Markdown.
  const anchored = linkRows(linked, (own) => anchorLinks(rows, settings.sourceLocale, own));
  const fills = fillsOf(anchored, locale, (cell) => fallbackMarks(cell, edited));
  const { edits } = assemble({
    parsed: open.parsed,
    units: open.units,
    fill: (id) => fills.get(id) ?? null,
    notice: editionNotice(facts, edited),
    read: (text) => readMarkdown(text, settings),
    write: writeMarkdown,
  });
  return encodeSource(open.source, applyEdits(open.source, edits));
}

/** A published document's bytes with a notice at their head. */
export function noticedBytes(bytes: Uint8Array, notice: string, { open, settings }: Edited): Uint8Array {
  const source = readSource(bytes, open.document);
  const edit = previousEdit(readMarkdown(source.text, settings), notice);
  return encodeSource(source, applyEdits(source, edit ? [edit] : []));
}

/** An edition's i18next resource. */
export function resourceFile(
  { open, name, settings }: Edited,
  locale: string,
  rows: readonly Row[],
): EditionFile {
  const { document, digest } = open;
  const version = digest.slice(0, 12);
  const facts = { document, locale, sourceLocale: settings.sourceLocale, version };
  return fileOf(resourcePath(locale, name), i18nextResource(rows, facts));
}

/** Rows in which only the locale's own joins count: another language's do not empty a segment of this one. */
export function ownRows(edited: Edited, rows: readonly Row[], lists: Lists, locale: string): readonly Row[] {
  if (!rows.some(({ ids }) => ids.length > 1)) return rows;
  const list = lists.get(locale);
  return rowsFor(edited, new Map(list ? [[locale, list]] : []), edited.settings.minState);
}

/** A file of text. */
export function fileOf(path: string, text: string): EditionFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** SHA-256 of a file's bytes in hexadecimal, as manifests give it. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
