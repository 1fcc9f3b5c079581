import { formatManifest, type ManifestDocument } from '../edition/manifest.ts';
import type { Policy } from '../model/publication.ts';
import { digestOf, resourcePath } from '../pipeline-edition.ts';
import { dropStaged, placeStaged, readFile, removeFiles, stageFiles } from '../project/files.ts';
import { knownBuilds } from '../project/known-builds.ts';
import { joinPath } from '../project/layout.ts';
import { packageMark } from '../project/package.ts';
import { CONFIG_FILE } from '../project/place.ts';
import { chooseLocale, openProject, type Project } from '../project/project.ts';
import { inputsKey, readInputs } from './build-inputs.ts';
import type { BuildOrder, Settled } from './build-one.ts';
import { type BuiltDocument, buildText } from './build-text.ts';
import { settleDocuments } from './build-threads.ts';
import type { Call, Outcome } from './call.ts';
import { signBytes } from './signature.ts';
import { versionsHere } from './versions.ts';

/** `hexapla build`: writes the editions, the parallel editions and the manifest. */
export async function run(call: Call): Promise<Outcome> {
  const project = openProject(call.root);
  const order: BuildOrder = {
    project,
    locales: localesToBuild(project, call.list('locale')),
    policy: call.text('policy') as Policy | null,
    folder: call.text('out') ?? project.config.editions,
    compare: false,
  };
  const built = await buildAll(call, order);
  const manifest = joinPath(order.folder, 'manifest.json');
  const editions = built.flatMap(({ document, entry }) =>
    entry.editions.map(({ locale, published, shows, reason, decision, release, files }) => ({
      ...{ locale, document: document.path, path: files[0]?.path ?? null },
      ...{ published, shows, reason, decision, release },
      files: files.map(({ path }) => path),
    })),
  );
  const parallel = built.map(({ entry }) => entry.parallel.path);
  return {
    exit: editions.every(({ published }) => published) ? 0 : 1,
    data: { editions, parallel, manifest },
    text: () => buildText(call, project, built, order.folder),
  };
}

function localesToBuild({ config }: Project, wanted: readonly string[]): readonly string[] {
  if (wanted.length === 0) return config.targetLocales;
  const chosen = new Set(
    wanted.map((tag) => chooseLocale([config.sourceLocale, ...config.targetLocales], tag)),
  );
  return config.targetLocales.filter((locale) => chosen.has(locale));
}

/** Builds what has changed since the last time, and writes it together with the manifest of all. */
async function buildAll(call: Call, order: BuildOrder): Promise<readonly BuiltDocument[]> {
  const { root, documents } = order.project;
  const known = knownBuilds(root, call.terminal.env);
  const step = call.progress(documents.length);
  const keys = keysOf(order);
  const entries = documents.map((document, index) => {
    const entry = known.find(keys[index] ?? '') as ManifestDocument | null;
    if (!entry || !isStillBuilt(root, entry)) return null;
    step(document.path);
    return entry;
  });
  const changed = entries.flatMap((entry, index) => (entry ? [] : [index]));
  const made = await settleDocuments(order, changed, (index) => step(documents[index]?.path ?? ''));
  const built = documents.map((document, index): BuiltDocument => {
    const entry = entries[index] ?? made.get(index)?.entry;
    if (!entry) throw new Error(`${document.path} was not built`);
    return { document, entry };
  });
  write(call, order, built, [...made.values()]);
  known.keep(built.map(({ entry }, index) => ({ key: keys[index] ?? '', told: entry })));
  return built;
}

/** What each document's editions depend on: its files, and what holds for all. */
function keysOf({ project, ...asked }: BuildOrder): readonly string[] {
  const shared = JSON.stringify([packageMark(), versionsHere(), project.config, asked]);
  return project.documents.map((document) =>
    inputsKey(shared, document, readInputs(project, document, asked.locales)),
  );
}

/** Whether everything that was built of a document is still there, byte for byte. */
function isStillBuilt(root: string, { parallel, editions }: ManifestDocument): boolean {
  const files = [parallel, ...editions.flatMap((edition) => edition.files)];
  return files.every(({ path, digest }) => {
    const bytes = readFile(root, path);
    return bytes !== null && digestOf(bytes) === digest;
  });
}

/** Everything is on the disk before anything is in its place; then what is held back now is taken away. */
function write(
  call: Call,
  order: BuildOrder,
  built: readonly BuiltDocument[],
  made: readonly Settled[],
): void {
  const { root } = call;
  const staged = made.map((one) => one.staged);
  const path = joinPath(order.folder, 'manifest.json');
  const text = manifestText(order, built);
  const key = call.text('sign');
  const signature = `${path}.sig`;
  try {
    const signed = key === null ? [] : [{ path: signature, text: signBytes(call, key, text) }];
    staged.push(stageFiles(root, [{ path, text }, ...signed]));
  } catch (error) {
    dropStaged(staged);
    throw error;
  }
  const written = placeStaged(staged);
  const stale = key === null && written.includes(path) ? [signature] : [];
  removeFiles(root, [...built.flatMap((one) => heldPaths(one, order.folder)), ...stale]);
}

/** The manifest of a build. */
export function manifestText(
  { project, locales, policy }: BuildOrder,
  built: readonly BuiltDocument[],
): string {
  const config = readFile(project.root, CONFIG_FILE) ?? new Uint8Array();
  return formatManifest({
    versions: versionsHere(),
    config: { path: CONFIG_FILE, digest: digestOf(config) },
    locales,
    policy,
    authentic: project.config.authentic,
    documents: built.map(({ entry }) => entry),
  });
}

/** What an earlier build left of an edition that is held back now. */
function heldPaths({ document, entry }: BuiltDocument, folder: string): readonly string[] {
  const extension = /\.[^./]+$/.exec(document.path)?.[0] ?? '';
  const held = entry.editions.filter(({ published }) => !published);
  return held.flatMap(({ locale }) => {
    const own = [extension, '.html'].map((end) => `${locale}/${document.name}${end}`);
    return [...own, resourcePath(locale, document.name)].map((path) => joinPath(folder, path));
  });
}
