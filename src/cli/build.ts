import { parseTarget } from '../catalogue/parse.ts';
import { formatManifest, type ManifestDocument } from '../edition/manifest.ts';
import type { PageWords } from '../i18n/page-words.ts';
import type { TargetCatalogue } from '../model/catalogue.ts';
import { openDocument, type Settings } from '../pipeline.ts';
import {
  type Build,
  type BuiltEdition,
  buildDocument,
  type EditionFile,
  RESOURCES,
  resourcePath,
} from '../pipeline-build.ts';
import { type NewFile, removeFiles, writeFiles } from '../project/files.ts';
import { cataloguePath, joinPath, type ProjectDocument } from '../project/layout.ts';
import { chooseLocale, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { manifestDocument, type StoredFile } from './manifest.ts';
import { furtherCommand, nextLines, typedPath } from './next.ts';
import { readBoth, readStoredText } from './store.ts';
import { pageWords } from './words.ts';

interface BuiltDocument {
  readonly document: ProjectDocument;
  readonly build: Build;
  readonly entry: ManifestDocument;
}

/** `hexapla build`: writes the editions, the parallel editions and the manifest. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const { config } = project;
  const folder = call.text('out') ?? config.editions;
  const policy = (call.text('policy') as Settings['policy'] | null) ?? config.policy;
  const locales = localesToBuild(project, call.list('locale'));
  const words = pageWords([config.sourceLocale, ...locales]);
  const step = call.progress(project.documents.length);
  const built = project.documents.map((document) => {
    step(document.path);
    return buildOne(project, document, locales, { ...config, policy }, folder, words);
  });
  const manifest = joinPath(folder, 'manifest.json');
  const files = built.flatMap(({ build }) => [
    ...build.editions.flatMap((edition) => edition.files),
    build.parallel,
  ]);
  writeFiles(call.root, [
    ...files.map(({ path, bytes }): NewFile => ({ path: joinPath(folder, path), text: bytes })),
    { path: manifest, text: formatManifest(built.map(({ entry }) => entry)) },
  ]);
  removeFiles(
    call.root,
    built.flatMap(({ document, build }) => heldPaths(document, build, folder)),
  );
  const editions = built.flatMap(({ document, build }) =>
    build.editions.map(({ locale, published, reason, files: own }) => ({
      locale,
      document: document.path,
      path: own[0] ? joinPath(folder, own[0].path) : null,
      published,
      reason,
      files: own.map(({ path }) => joinPath(folder, path)),
    })),
  );
  const parallel = built.map(({ build }) => joinPath(folder, build.parallel.path));
  return {
    exit: editions.every(({ published }) => published) ? 0 : 1,
    data: { editions, parallel, manifest },
    text: () => buildText(call, built, folder, parallel) + nextOf(call, project, built),
  };
}

function localesToBuild({ config }: Project, wanted: readonly string[]): readonly string[] {
  if (wanted.length === 0) return config.targetLocales;
  const chosen = new Set(
    wanted.map((tag) => chooseLocale([config.sourceLocale, ...config.targetLocales], tag)),
  );
  return config.targetLocales.filter((locale) => chosen.has(locale));
}

function buildOne(
  project: Project,
  document: ProjectDocument,
  locales: readonly string[],
  settings: Settings,
  folder: string,
  words: PageWords,
): BuiltDocument {
  const { bytes, source } = readBoth(project, document);
  const open = openDocument({ document: document.path, bytes, catalogue: source, settings });
  const stored = Object.fromEntries(
    locales.map((locale) => [locale, storedTarget(project, document, locale)]),
  );
  const targets = Object.fromEntries(locales.map((locale) => [locale, stored[locale]?.catalogue ?? null]));
  const build = buildDocument({ open, name: document.name, targets, settings, ...words });
  const path = cataloguePath(project.config, document, settings.sourceLocale);
  const file = { path, text: readStoredText(project.root, path) ?? '' };
  const entry = manifestDocument({ open, build, settings, folder, source: file, targets: stored });
  return { document, build, entry };
}

function storedTarget(
  project: Project,
  document: ProjectDocument,
  locale: string,
): (StoredFile & { readonly catalogue: TargetCatalogue }) | null {
  const path = cataloguePath(project.config, document, locale);
  const text = readStoredText(project.root, path);
  return text === null ? null : { path, text, catalogue: parseTarget(text, path) };
}

/** What an earlier build left of an edition that is held back now. */
function heldPaths(document: ProjectDocument, build: Build, folder: string): readonly string[] {
  const extension = /\.[^./]+$/.exec(document.path)?.[0] ?? '';
  const held = build.editions.filter(({ published }) => !published);
  return held.flatMap(({ locale }) => {
    const own = [extension, '.html'].map((end) => `${locale}/${document.name}${end}`);
    return [...own, resourcePath(locale, document.name)].map((path) => joinPath(folder, path));
  });
}

function buildText(
  { words, terminal }: Call,
  built: readonly BuiltDocument[],
  folder: string,
  parallel: readonly string[],
): string {
  const titles = ['document', 'locale', 'edition'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const result = (edition: BuiltEdition): string => {
    const { reason, progress, files } = edition;
    if (!reason)
      return files
        .filter(isRead)
        .map(({ path }) => joinPath(folder, path))
        .join(', ');
    const count =
      { missing: progress?.missing, stale: progress?.stale, 'below-state': progress?.below }[reason] ?? 0;
    return `${words('cli.build.held')}: ${words(`cli.build.reason.${reason}`, { count })}`;
  };
  const rows = built.flatMap(({ document, build }) =>
    build.editions.map((edition) => [document.path, edition.locale, result(edition)]),
  );
  const next = parallel.map((path) => `${words('cli.build.next', { path })}\n`).join('');
  const resources = `${words('cli.build.resources', { path: `${joinPath(folder, RESOURCES)}/` })}\n`;
  return `${formatTable(titles, rows, terminal.columns)}${next}${resources}`;
}

/** What the first edition that is held back needs, or how all can go out as they are. */
function nextOf(call: Call, project: Project, built: readonly BuiltDocument[]): string {
  const [held] = built.flatMap(({ document, build }) =>
    build.editions.flatMap(({ published, locale, progress }) =>
      published || !progress ? [] : [{ document, locale, progress }],
    ),
  );
  if (!held) return '';
  const locales = call.list('locale').flatMap((value) => ['--locale', value]);
  const out = call.list('out').flatMap((path) => ['--out', typedPath(call, path)]);
  const anyway = ['build', ...locales, ...out, '--policy', 'fallback'];
  return nextLines(call, furtherCommand(call, project, held.document, held.locale, held.progress), anyway);
}

/** Whether a file is for people to read, and not for an application. */
function isRead({ path }: EditionFile): boolean {
  return !path.startsWith(`${RESOURCES}/`);
}
