import { parseTarget } from '../catalogue/parse.ts';
import { formatManifest, type ManifestDocument } from '../edition/manifest.ts';
import type { TargetCatalogue } from '../model/catalogue.ts';
import { openDocument, type Settings } from '../pipeline.ts';
import { type Build, type BuiltEdition, buildDocument } from '../pipeline-build.ts';
import { type NewFile, removeFiles, writeFiles } from '../project/files.ts';
import { cataloguePath, joinPath, type ProjectDocument } from '../project/layout.ts';
import { chooseLocale, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { manifestDocument, type StoredFile } from './manifest.ts';
import { readCurrent, readStoredText } from './store.ts';
import { type PageWords, pageWords } from './words.ts';

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
  const built = project.documents.map((document) =>
    buildOne(project, document, locales, { ...config, policy }, folder, words),
  );
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
    text: () => buildText(call, built, folder, parallel),
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
  const { bytes, source } = readCurrent(project, document);
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
  return held.flatMap(({ locale }) =>
    [extension, '.html'].map((end) => joinPath(folder, `${locale}/${document.name}${end}`)),
  );
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
    if (!reason) return files.map(({ path }) => joinPath(folder, path)).join(', ');
    const count =
      { missing: progress?.missing, stale: progress?.stale, 'below-state': progress?.below }[reason] ?? 0;
    return `${words('cli.build.held')}: ${words(`cli.build.reason.${reason}`, { count })}`;
  };
  const rows = built.flatMap(({ document, build }) =>
    build.editions.map((edition) => [document.path, edition.locale, result(edition)]),
  );
  const next = parallel.map((path) => `${words('cli.build.next', { path })}\n`).join('');
  return `${formatTable(titles, rows, terminal.columns)}${next}`;
}
