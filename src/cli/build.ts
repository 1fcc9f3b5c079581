import { formatManifest } from '../edition/manifest.ts';
import type { LinkFinding } from '../edition/site-check.ts';
import type { Paper } from '../edition/site-print.ts';
import type { Policy } from '../model/publication.ts';
import { digestOf, resourcePath } from '../pipeline-edition.ts';
import { findChromium } from '../project/chromium.ts';
import { dropStaged, placeStaged, readFile, removeFiles, stageFiles } from '../project/files.ts';
import { knownResults } from '../project/known-results.ts';
import { joinPath } from '../project/layout.ts';
import { CONFIG_FILE } from '../project/place.ts';
import { chooseLocale, openProject, type Project } from '../project/project.ts';
import type { Further } from './build-further.ts';
import type { BuildOrder, Settled } from './build-one.ts';
import { type BuiltSite, buildSite, checkBuiltLinks } from './build-site.ts';
import { type BuiltDocument, buildText, linksText } from './build-text.ts';
import { checkDocuments, settleDocuments } from './build-threads.ts';
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
    further: furtherOf(call),
    compare: false,
  };
  const { built, links, site } = await buildAll(call, order);
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
    data: { editions, parallel, manifest, site: site.digests.map(({ path }) => path), links },
    text: () => linksText(call, links) + buildText(call, project, built, order.folder),
  };
}

/** What is asked for besides documents and pages. Throws `chromium-missing`. */
function furtherOf(call: Call): Further {
  const paper = (call.text('paper') ?? 'A4') as Paper;
  const pdf = call.flag('pdf') ? { paper, chromium: findChromium(call.terminal.env) } : null;
  return { data: call.flag('data'), epub: call.flag('epub'), pdf };
}

function localesToBuild({ config }: Project, wanted: readonly string[]): readonly string[] {
  if (wanted.length === 0) return config.targetLocales;
  const chosen = new Set(
    wanted.map((tag) => chooseLocale([config.sourceLocale, ...config.targetLocales], tag)),
  );
  return config.targetLocales.filter((locale) => chosen.has(locale));
}

/** Builds what has changed since the last time, and writes it together with the manifest of all. */
async function buildAll(
  call: Call,
  order: BuildOrder,
): Promise<{
  readonly built: readonly BuiltDocument[];
  readonly links: readonly LinkFinding[];
  readonly site: BuiltSite;
}> {
  const { root, documents } = order.project;
  const { env } = call.terminal;
  const step = call.progress(documents.length);
  const checked = await checkDocuments(order, env);
  const changed = checked.flatMap(({ facts }, index) => (facts ? [] : [index]));
  for (const [index, { facts }] of checked.entries()) if (facts) step(documents[index]?.path ?? '');
  const made = await settleDocuments(order, changed, (index) => step(documents[index]?.path ?? ''));
  const built = documents.map((document, index): BuiltDocument => {
    const facts = checked[index]?.facts ?? made.get(index);
    if (!facts) throw new Error(`${document.path} was not built`);
    return { document, entry: facts.entry, site: facts.site };
  });
  const site = buildSite(order, built);
  write(call, order, { built, site, made: [...made.values()] });
  const told = built.map(({ entry, site: own }, index) => ({
    key: checked[index]?.key ?? '',
    told: { entry, site: own },
  }));
  knownResults(root, env, 'builds').keep(told);
  const facts = [...made.values()].map((one) => one.links);
  return { built, site, links: checkBuiltLinks(order, site, built, facts) };
}

/** Everything is on the disk before anything is in its place; then what is held back now is taken away. */
function write(
  call: Call,
  order: BuildOrder,
  what: {
    readonly built: readonly BuiltDocument[];
    readonly site: BuiltSite;
    readonly made: readonly Settled[];
  },
): void {
  const { root } = call;
  const { built, site, made } = what;
  const staged = made.map((one) => one.staged);
  const path = joinPath(order.folder, 'manifest.json');
  const text = manifestText(order, built, site);
  const key = call.text('sign');
  const signature = `${path}.sig`;
  try {
    const signed = key === null ? [] : [{ path: signature, text: signBytes(call, key, text) }];
    staged.push(stageFiles(root, [...site.files, { path, text }, ...signed]));
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
  { project, locales, policy, further }: BuildOrder,
  built: readonly BuiltDocument[],
  site: BuiltSite,
): string {
  const config = readFile(project.root, CONFIG_FILE) ?? new Uint8Array();
  return formatManifest({
    versions: versionsHere(),
    config: { path: CONFIG_FILE, digest: digestOf(config) },
    locales,
    policy,
    authentic: project.config.authentic,
    also: { data: further.data, epub: further.epub, paper: further.pdf?.paper ?? null },
    site: site.digests,
    documents: built.map(({ entry }) => entry),
  });
}

/** What an earlier build left of an edition that is held back now. */
function heldPaths({ document, entry }: BuiltDocument, folder: string): readonly string[] {
  const extension = /\.[^./]+$/.exec(document.path)?.[0] ?? '';
  const held = entry.editions.filter(({ published }) => !published);
  return held.flatMap(({ locale }) => {
    const own = [extension, '.html', '.pdf', '.epub'].map((end) => `${locale}/${document.name}${end}`);
    return [...own, resourcePath(locale, document.name)].map((path) => joinPath(folder, path));
  });
}
