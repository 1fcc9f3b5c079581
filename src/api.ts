import { createPageWords } from './i18n/page-words.ts';
import type { HandoffRecord, Origin, SourceCatalogue, TargetCatalogue } from './model/catalogue.ts';
import { HexaplaError } from './model/error.ts';
import type { Finding } from './model/finding.ts';
import { canonicalLocale } from './model/locale.ts';
import type { ImportReport, Returned, XliffFormat } from './model/transfer.ts';
import { type Extraction, extractDocument, type Open, openDocument, type Settings } from './pipeline.ts';
import { type Build, buildDocument } from './pipeline-build.ts';
import { type CheckContext, checkDocument } from './pipeline-check.ts';
import { exportHandoff, type Handoff, importReturn, readReturn } from './pipeline-exchange.ts';
import { DEFAULTS } from './project/defaults.ts';
import { packageResources, packageVersion } from './project/package.ts';

/** A document: its path, whose ending tells its format, and what is in it. */
export interface DocumentText {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** What may be asked of a handoff; every live segment as XLIFF 1.2 unless said otherwise. */
export interface ExportOptions {
  /** What the locale has so far. */
  readonly target?: TargetCatalogue | null;
  readonly format?: XliffFormat;
  /** `omegat` fills each empty target with its source, for tools that translate the content of targets. */
  readonly profile?: 'plain' | 'omegat';
  readonly only?: readonly ('missing' | 'stale')[];
}

/** What is known of a return. */
export interface ImportOptions {
  /** What was sent: without it, only the file's own words tell what it was made from. */
  readonly record?: HandoffRecord | null;
  /** What the locale has so far. */
  readonly target?: TargetCatalogue | null;
  /** The locale; the target's, the record's or the file's own unless given. */
  readonly locale?: string;
  readonly by?: string;
  readonly origin?: Origin;
  /** Whether to believe the states in the file. */
  readonly acceptState?: boolean;
  /** Whether a target equal to its source is a translation. */
  readonly acceptSame?: boolean;
}

/** What a return made of a locale's catalogue. */
export interface Imported {
  readonly target: TargetCatalogue;
  readonly report: ImportReport;
}

/** Hexapla on texts: nothing is read from or written to the disk but Hexapla's own words. */
export interface Hexapla {
  /** Document → source catalogue; ids are carried from the previous one. Throws as `extractDocument`. */
  readonly extract: (document: DocumentText, previous?: SourceCatalogue | null) => Extraction;
  /** Catalogue → a file for a translator, and the record of what is sent. */
  readonly export: (
    document: DocumentText,
    source: SourceCatalogue,
    locale: string,
    options?: ExportOptions,
  ) => Handoff;
  /** A translator's file → catalogue. Throws `xliff-foreign` where the file is for another document. */
  readonly import: (xliff: string | Uint8Array, source: SourceCatalogue, options?: ImportOptions) => Imported;
  /**
   * What is missing or unsafe. `context` has a glossary, names, and what tells languages (`loadIdentifier`); without that
   * a wrong language is told by its letters alone.
   */
  readonly check: (
    document: DocumentText,
    source: SourceCatalogue,
    targets: Readonly<Record<string, TargetCatalogue | null>>,
    context?: CheckContext,
  ) => Finding[];
  /** Catalogues → the document and a page in each locale, and the parallel edition. Throws `shape`. */
  readonly build: (
    document: DocumentText,
    source: SourceCatalogue,
    targets: Readonly<Record<string, TargetCatalogue | null>>,
  ) => Build;
}

/** Hexapla with the given settings, and the command line's defaults for the others. */
export function createHexapla(given: Partial<Settings> & Pick<Settings, 'sourceLocale'>): Hexapla {
  const settings: Settings = { ...DEFAULTS, ...given };
  const open = (document: DocumentText, catalogue: SourceCatalogue): Open =>
    openDocument({ document: document.path, bytes: bytesOf(document.text), catalogue, settings });
  return {
    extract: ({ path, text }, previous = null) =>
      extractDocument({ document: path, bytes: bytesOf(text), previous, settings }),
    export: (
      document,
      source,
      locale,
      { target = null, format = 'xliff-1.2', profile = 'plain', only } = {},
    ) => {
      const words = noteWords(settings.sourceLocale);
      const asked = { target, locale, format, profile, only: only ?? null, settings, words };
      return exportHandoff({ ...asked, open: open(document, source), toolVersion: packageVersion() });
    },
    import: (xliff, source, options = {}) => importText(bytesOf(xliff), source, options),
    check: (document, source, targets, context = {}) =>
      checkDocument({ open: open(document, source), targets, settings, context }),
    build: (document, source, targets) => {
      const words = createPageWords(packageResources([settings.sourceLocale, ...Object.keys(targets)]));
      return buildDocument({
        open: open(document, source),
        name: nameOf(document.path),
        targets,
        settings,
        ...words,
      });
    },
  };
}

function importText(bytes: Uint8Array, source: SourceCatalogue, options: ImportOptions): Imported {
  const { record = null, by, origin = 'human', acceptState = false, acceptSame = false } = options;
  const file = `${source.document}.xlf`;
  const returned = ours(readReturn(bytes, file), source, file);
  const locale = options.locale ?? options.target?.locale ?? record?.locale ?? localeOf(returned);
  if (locale === null) throw foreign(returned, file);
  const target = options.target ?? { document: source.document, locale, targets: {}, suggestions: {} };
  const how = { origin, acceptState, acceptSame, ...(by === undefined ? {} : { by }) };
  return importReturn({ returned, source, target, record, options: how });
}

/** The part of a returned file that is about this document. */
function ours(parts: readonly Returned[], source: SourceCatalogue, file: string): Returned {
  const found = parts.find(({ document }) => document === source.document);
  const [first] = parts;
  if (found) return found;
  if (first && first.document === null && parts.length === 1) return first;
  throw first ? foreign(first, file) : new HexaplaError('xliff-invalid', { reason: 'no_file' }, { file });
}

function foreign({ document, targetLocale }: Returned, file: string): HexaplaError {
  const values = { root: 'none', document: document ?? '?', locale: targetLocale ?? '?' };
  return new HexaplaError('xliff-foreign', values, { file });
}

function localeOf({ targetLocale }: Returned): string | null {
  return targetLocale === null ? null : canonicalLocale(targetLocale.replaceAll('_', '-'));
}

/** Notes for translators are in the source language, which they read. */
function noteWords(
  locale: string,
): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const { words } = createPageWords(packageResources([locale]));
  return (key, values = {}) => {
    // A text chooses by its values, and nothing is no choice.
    const filled = Object.entries(values).map(([name, value]) => [name, value === '' ? 'none' : value]);
    return words(locale, key, Object.fromEntries(filled) as Record<string, string | number>);
  };
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** A document's name in paths: its file's, without extension. */
function nameOf(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/(?<=.)\.[^.]*$/, '');
}
