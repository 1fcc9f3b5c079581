import { HexaplaError } from '../model/error.ts';
import { canonicalLocale } from '../model/locale.ts';
import type { Returned } from '../model/transfer.ts';
import { hasFile } from '../project/files.ts';
import { type ProjectDocument, recordPath } from '../project/layout.ts';
import type { Project } from '../project/project.ts';

/** What a return says of itself. */
type Header = Omit<Returned, 'segments'>;

/** The document and the locale that a return belongs to. */
export interface Addressee {
  readonly document: ProjectDocument;
  readonly locale: string;
}

/**
 * Finds what a return belongs to: by its document and target language, which tools may have respelt, or else by the
 * digest of its handoff. Throws `xliff-foreign` where neither fits just one.
 */
export function addresseeOf(returned: Header, project: Project, file: string): Addressee {
  const locale = localeOf(returned.targetLocale, project.config.targetLocales);
  const document = documentOf(returned.document, project.documents);
  if (document !== null && locale !== null && speaksSource(returned, project)) return { document, locale };
  const sent = sentTo(returned, project, document, locale);
  if (sent !== null) return sent;
  const values = { root: 'none', document: returned.document ?? '?', locale: returned.targetLocale ?? '?' };
  throw new HexaplaError('xliff-foreign', values, { file });
}

/**
 * The one of `locales` that a tag means: the same in canonical form, else the only one with its language and script
 * (`fr-FR` for `fr`), as CLDR's likely subtags complete them.
 * @see https://www.rfc-editor.org/rfc/rfc4647#section-3
 */
export function localeOf(tag: string | null, locales: readonly string[]): string | null {
  const canonical = tag === null ? null : canonicalLocale(tag.replaceAll('_', '-'));
  if (canonical === null) return null;
  if (locales.includes(canonical)) return canonical;
  const near = locales.filter((locale) => scriptOf(locale) === scriptOf(canonical));
  return near.length === 1 ? (near[0] ?? null) : null;
}

function scriptOf(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  return `${language}-${script}`;
}

/** A tool may give the path with backslashes, or from another folder on. */
function documentOf(path: string | null, documents: readonly ProjectDocument[]): ProjectDocument | null {
  if (path === null) return null;
  const clean = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const same = documents.find((document) => document.path === clean);
  if (same) return same;
  const ending = documents.filter((document) => clean.endsWith(`/${document.path}`));
  return ending.length === 1 ? (ending[0] ?? null) : null;
}

function speaksSource(returned: Header, { config }: Project): boolean {
  return localeOf(returned.sourceLocale, [config.sourceLocale]) !== null;
}

function sentTo(
  { handoff }: Header,
  project: Project,
  document: ProjectDocument | null,
  locale: string | null,
): Addressee | null {
  if (handoff === null || !/^[0-9a-f]{16}$/.test(handoff)) return null;
  const documents = document ? [document] : project.documents;
  const locales = locale ? [locale] : project.config.targetLocales;
  const found = documents.flatMap((one) =>
    locales
      .filter((tag) => hasFile(project.root, recordPath(project.config, one, tag, handoff)))
      .map((tag): Addressee => ({ document: one, locale: tag })),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
