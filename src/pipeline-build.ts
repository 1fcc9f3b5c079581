import { createHash } from 'node:crypto';
import { readMarkdown } from './blocks/markdown.ts';
import { writeMarkdown } from './blocks/markdown-write.ts';
import { contentOf } from './catalogue/hash.ts';
import { formerIds } from './catalogue/heirs.ts';
import { progressOf, standings } from './catalogue/progress.ts';
import { applyEdits, encodeSource } from './document/source.ts';
import { assemble } from './edition/assemble.ts';
import { relink } from './edition/assemble-links.ts';
import { fillsOf } from './edition/fills.ts';
import { i18nextResource } from './edition/i18next.ts';
import { editionNotice, fallbackMarks, type NoticeFacts, type NoticeWords } from './edition/notices.ts';
import type { PageInput, PagePaths } from './edition/page.ts';
import { renderEdition } from './edition/page-edition.ts';
import { renderParallel } from './edition/parallel.ts';
import { pseudoTranslate } from './edition/pseudo.ts';
import { rowsOf } from './edition/rows.ts';
import type { State, Target, TargetCatalogue } from './model/catalogue.ts';
import { formatContent } from './model/content.ts';
import type { Progress, Row, Standing } from './model/row.ts';
import type { Open, Settings, Targets } from './pipeline.ts';

/** A file of an edition: its path below the folder of the editions, with `/`, and its bytes. */
export interface EditionFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Why an edition is held back. */
export type HoldReason = 'missing' | 'stale' | 'below-state';

/** One document in one locale, built or held back. */
export interface BuiltEdition {
  readonly locale: string;
  readonly published: boolean;
  /** Null when it is published. */
  readonly reason: HoldReason | null;
  /** Null for the source locale. */
  readonly progress: Progress | null;
  /** Segments that show the source text instead of a target. */
  readonly fallback: number;
  /** No files when it is held back. */
  readonly files: readonly EditionFile[];
}

/** What a document's editions are built from. */
export interface BuildInput extends NoticeWords {
  readonly open: Open;
  /** The document's name in paths. */
  readonly name: string;
  /** The target catalogues of the locales to build, in their order. */
  readonly targets: Targets;
  readonly settings: Settings;
}

/** A document's editions and its parallel edition. */
export interface Build {
  readonly editions: readonly BuiltEdition[];
  readonly parallel: EditionFile;
}

/**
 * Catalogues → editions: for each locale the document, a page and an i18next resource, and the parallel edition of all.
 * Nothing incomplete goes out unless the policy lets it, marked. Throws `shape` where a translation cannot be written into the document
 * without changing its structure, naming the segment.
 */
export function buildDocument(input: BuildInput): Build {
  const { open, settings, targets } = input;
  const lists = new Map(
    Object.entries(targets).map(([locale, target]) => [
      locale,
      standings(open.catalogue, target, open.judge),
    ]),
  );
  const progress = new Map([...lists].map(([locale, list]) => [locale, progressOf(list, settings.minState)]));
  const reasons = new Map([...progress].map(([locale, counts]) => [locale, holdReason(counts, settings)]));
  const going = [settings.sourceLocale, ...lists.keys()].filter((locale) => !reasons.get(locale));
  const paths = pathsOf(input, going);
  const rows = rowsFor(input, lists, settings.minState);
  const page = pageInput(input, rows, paths);
  const editions = [settings.sourceLocale, ...lists.keys()].map((locale): BuiltEdition => {
    const counts = progress.get(locale) ?? null;
    const reason = reasons.get(locale) ?? null;
    const fallback = rows.filter(({ cells }) => cells[locale]?.status === 'fallback').length;
    const files = reason
      ? []
      : [
          ...editionFiles(input, page, locale, counts, fallback, false),
          resourceFile(input, locale, ownRows(input, rows, lists, locale)),
        ];
    return { locale, published: !reason, reason, progress: counts, fallback, files };
  });
  const everything = pageInput(input, rowsFor(input, lists, null), paths);
  return { editions, parallel: fileOf(paths.parallel ?? '', renderParallel(everything)) };
}

/**
 * The document with its text pseudo-translated into a locale made for tests, codes kept: one edition, a document and a
 * page. It is no i18next resource, so that no application can take it for a language.
 */
export function pseudoDocument(input: Omit<BuildInput, 'targets'> & { locale: string }): BuiltEdition {
  const { open, locale, settings } = input;
  const targets: Record<string, Target> = {};
  for (const { segments } of open.units) {
    for (const { id, content } of segments) {
      const text = formatContent(pseudoTranslate(content));
      targets[id] = { text, state: 'translated', origin: 'pseudo', madeFrom: '' };
    }
  }
  const { document } = open;
  const catalogue: TargetCatalogue = { document, locale, targets, suggestions: {} };
  const list = standings(open.catalogue, catalogue, () => null);
  const counts = progressOf(list, 'initial');
  const whole = { ...input, targets: { [locale]: catalogue } };
  const rows = rowsFor(whole, new Map([[locale, list]]), 'initial');
  const page = pageInput(whole, rows, {
    editions: { [locale]: `${locale}/${input.name}.html` },
    parallel: null,
  });
  const files = editionFiles(whole, page, locale, counts, 0, true);
  return {
    locale,
    published: settings.sourceLocale !== locale,
    reason: null,
    progress: counts,
    fallback: 0,
    files,
  };
}

function holdReason(counts: Progress, settings: Settings): HoldReason | null {
  if (settings.policy === 'fallback') return null;
  if (counts.missing > 0) return 'missing';
  if (counts.stale > 0) return 'stale';
  return counts.below > 0 ? 'below-state' : null;
}

function pathsOf({ name }: BuildInput, locales: readonly string[]): PagePaths {
  const editions = Object.fromEntries(locales.map((locale) => [locale, `${locale}/${name}.html`]));
  return { editions, parallel: `parallel/${name}.html` };
}

function rowsFor(
  input: BuildInput,
  lists: ReadonlyMap<string, readonly Standing[]>,
  publishable: State | null,
): Row[] {
  const { open, settings } = input;
  const byId = (list: readonly Standing[]) => new Map(list.map((standing) => [standing.id, standing]));
  return rowsOf(
    {
      sourceLocale: settings.sourceLocale,
      units: open.units,
      standings: new Map([...lists].map(([locale, list]) => [locale, byId(list)])),
      read: contentOf,
      codesFor: (codes, locale) => relink(codes, linksFor(settings, locale)),
    },
    { publishable },
  );
}

function linksFor({ links }: Settings, locale: string): Record<string, string> {
  const own = Object.entries(links).flatMap(([from, to]) =>
    to[locale] === undefined ? [] : [[from, to[locale]]],
  );
  return Object.fromEntries(own);
}

function pageInput(input: BuildInput, rows: readonly Row[], paths: PagePaths): PageInput {
  const { open, name, settings, targets, words, uiLocale, names } = input;
  const locales = [settings.sourceLocale, ...Object.keys(targets)];
  return {
    parallel: { document: open.document, name, sourceLocale: settings.sourceLocale, locales, rows },
    parsed: open.parsed,
    units: open.units,
    former: formerIds(open.catalogue),
    softBreaks: open.catalogue.softBreaks,
    words,
    uiLocale,
    names,
    version: open.digest.slice(0, 12),
    site: settings.site,
    paths,
  };
}

function editionFiles(
  input: BuildInput,
  page: PageInput,
  locale: string,
  counts: Progress | null,
  fallback: number,
  pseudo: boolean,
): EditionFile[] {
  const extension = /\.[^./]+$/.exec(input.open.document)?.[0] ?? '.md';
  const bytes = counts
    ? targetBytes(input, page.parallel.rows, {
        progress: counts,
        fallback,
        pseudo,
        locale,
        sourceLocale: input.settings.sourceLocale,
      })
    : encodeSource(input.open.source, applyEdits(input.open.source, []));
  return [
    { path: `${locale}/${input.name}${extension}`, bytes },
    fileOf(`${locale}/${input.name}.html`, renderEdition(page, locale)),
  ];
}

/** Rows in which only the locale's own joins count: another language's do not empty a segment of this one. */
function ownRows(
  input: BuildInput,
  rows: readonly Row[],
  lists: ReadonlyMap<string, readonly Standing[]>,
  locale: string,
): readonly Row[] {
  if (!rows.some(({ ids }) => ids.length > 1)) return rows;
  const list = lists.get(locale);
  return rowsFor(input, new Map(list ? [[locale, list]] : []), input.settings.minState);
}

/** The folder of the i18next resources, below that of the editions. It can be no locale's: a language has no digits. */
export const RESOURCES: string = 'i18next';

/** The path of an edition's i18next resource: the document's name is its namespace. */
export function resourcePath(locale: string, name: string): string {
  return `${RESOURCES}/${locale}/${name}.json`;
}

function resourceFile(
  { open, name, settings }: BuildInput,
  locale: string,
  rows: readonly Row[],
): EditionFile {
  const { document, digest } = open;
  const version = digest.slice(0, 12);
  const facts = { document, locale, sourceLocale: settings.sourceLocale, version };
  return fileOf(resourcePath(locale, name), i18nextResource(rows, facts));
}

function targetBytes(input: BuildInput, rows: readonly Row[], facts: NoticeFacts): Uint8Array {
  const { locale } = facts;
  const { open, settings } = input;
  const fills = fillsOf(rows, locale, (cell) => fallbackMarks(cell, input));
  const { edits } = assemble({
    parsed: open.parsed,
    units: open.units,
    fill: (id) => fills.get(id) ?? null,
    notice: editionNotice(facts, input),
    read: (text) => readMarkdown(text, settings),
    write: writeMarkdown,
  });
  return encodeSource(open.source, applyEdits(open.source, edits));
}

function fileOf(path: string, text: string): EditionFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** SHA-256 of a file's bytes in hexadecimal, as manifests give it. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
