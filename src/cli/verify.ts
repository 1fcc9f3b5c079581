import { filesOf, type ManifestDocument } from '../edition/manifest.ts';
import type { Paper } from '../edition/site-print.ts';
import { POLICIES, type Policy, type Versions } from '../model/publication.ts';
import { findChromium } from '../project/chromium.ts';
import { listFiles, readFile } from '../project/files.ts';
import { joinPath } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { manifestText } from './build.ts';
import { type BuildOrder, type Difference, differenceFrom } from './build-one.ts';
import { buildSite } from './build-site.ts';
import { settleDocuments } from './build-threads.ts';
import type { Call, Outcome } from './call.ts';
import { recordChecks } from './verify-records.ts';
import { signatureChecks } from './verify-signatures.ts';
import { verifyText } from './verify-text.ts';
import { versionsHere } from './versions.ts';

/** What a manifest says of how it was made; it is a file that anybody may have changed. */
interface Made {
  readonly locales: readonly string[];
  readonly policy: Policy | null;
  /** What was built besides; the paper of PDF files, where there are any. */
  readonly also: { readonly data: boolean; readonly epub: boolean; readonly paper: Paper | null };
  readonly versions: Partial<Versions>;
}

/** `hexapla verify`: builds everything again, in memory, and compares; so it does with what was published. */
export async function run(call: Call): Promise<Outcome> {
  const project = openProject(call.root);
  const folder = call.text('out') ?? project.config.editions;
  const manifest = joinPath(folder, 'manifest.json');
  const made = readMade(project, manifest);
  const { also, ...asked } = made;
  const pdf = also.paper === null ? null : { paper: also.paper, chromium: findChromium(call.terminal.env) };
  const further = { data: also.data, epub: also.epub, pdf };
  const order: BuildOrder = { project, ...asked, further, folder, compare: true };
  const { files, same } = await compare(call, order, manifest);
  const records = recordChecks(project);
  const signatures = signatureChecks(call, manifest, records);
  const here = versionsHere();
  const differ = (['hexapla', 'icu', 'cldr', 'unicode'] as const).filter(
    (name) => made.versions[name] !== undefined && made.versions[name] !== here[name],
  );
  const data = {
    ...{ manifest, same, files },
    versions: { recorded: made.versions, here, differ },
    records: records.map(({ text: _, ...told }) => told),
    signatures,
  };
  const fine =
    files.length === 0 &&
    records.every(({ problems }) => problems.length === 0) &&
    signatures.every(({ status }) => status === 'good');
  return { exit: fine ? 0 : 1, data, text: () => verifyText(call, { ...data, fine }) };
}

function readMade({ root, config }: Project, path: string): Made {
  const usual: Made = { locales: config.targetLocales, policy: null, also: NOTHING_ELSE, versions: {} };
  const bytes = readFile(root, path);
  if (bytes === null) return usual;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return usual;
  }
  if (typeof value !== 'object' || value === null) return usual;
  const { locales, policy, versions, also } = value as Record<string, unknown>;
  const named: readonly unknown[] = Array.isArray(locales) ? locales : config.targetLocales;
  const told = typeof versions === 'object' && versions !== null ? versions : {};
  return {
    locales: config.targetLocales.filter((locale) => named.includes(locale)),
    policy: POLICIES.includes(policy as Policy) ? (policy as Policy) : null,
    also: alsoOf(also),
    versions: Object.fromEntries(Object.entries(told).filter(([, one]) => typeof one === 'string')),
  };
}

const NOTHING_ELSE: Made['also'] = { data: false, epub: false, paper: null };

function alsoOf(value: unknown): Made['also'] {
  if (typeof value !== 'object' || value === null) return NOTHING_ELSE;
  const { data, epub, paper } = value as Record<string, unknown>;
  return {
    data: data === true,
    epub: epub === true,
    paper: paper === 'A4' || paper === 'Letter' ? paper : null,
  };
}

/** Every file of the editions against what would be built, by path. */
async function compare(
  call: Call,
  order: BuildOrder,
  manifest: string,
): Promise<{ readonly files: readonly Difference[]; readonly same: number }> {
  const { root, documents } = order.project;
  const step = call.progress(documents.length);
  const indexes = documents.map((_, index) => index);
  const settled = await settleDocuments(order, indexes, (index) => step(documents[index]?.path ?? ''));
  const built = documents.flatMap((document, index) => {
    const one = settled.get(index);
    return one ? [{ document, ...one }] : [];
  });
  const site = buildSite(order, built);
  const own = site.files.map(({ path }) => path);
  const expected = new Set([
    ...[manifest, `${manifest}.sig`, ...own],
    ...built.flatMap(({ entry }) => pathsOf(entry)),
  ]);
  const extra = listFiles(root, `${order.folder.replace(/\/+$/, '')}/`).filter((path) => !expected.has(path));
  const top = [...site.files, { path: manifest, text: manifestText(order, built, site) }];
  const differences = [
    ...top.flatMap((file) => differenceFrom(root, file) ?? []),
    ...built.flatMap((one) => one.differences),
    ...extra.map((path): Difference => ({ path, status: 'extra' })),
  ];
  const files = differences.sort((a, b) => (a.path < b.path ? -1 : 1));
  const lacking = files.filter(({ status }) => status !== 'extra').length;
  return { files, same: expected.size - 1 - lacking };
}

function pathsOf(entry: ManifestDocument): readonly string[] {
  return filesOf(entry).map(({ path }) => path);
}
