import type { ManifestDocument } from '../edition/manifest.ts';
import { POLICIES, type Policy, type Versions } from '../model/publication.ts';
import { listFiles, readFile } from '../project/files.ts';
import { joinPath } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { manifestText } from './build.ts';
import { type BuildOrder, type Difference, differenceFrom } from './build-one.ts';
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
  readonly versions: Partial<Versions>;
}

/** `hexapla verify`: builds everything again, in memory, and compares; so it does with what was published. */
export async function run(call: Call): Promise<Outcome> {
  const project = openProject(call.root);
  const folder = call.text('out') ?? project.config.editions;
  const manifest = joinPath(folder, 'manifest.json');
  const made = readMade(project, manifest);
  const order: BuildOrder = { project, ...made, folder, compare: true };
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
  const usual: Made = { locales: config.targetLocales, policy: null, versions: {} };
  const bytes = readFile(root, path);
  if (bytes === null) return usual;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return usual;
  }
  if (typeof value !== 'object' || value === null) return usual;
  const { locales, policy, versions } = value as Record<string, unknown>;
  const named: readonly unknown[] = Array.isArray(locales) ? locales : config.targetLocales;
  const told = typeof versions === 'object' && versions !== null ? versions : {};
  return {
    locales: config.targetLocales.filter((locale) => named.includes(locale)),
    policy: POLICIES.includes(policy as Policy) ? (policy as Policy) : null,
    versions: Object.fromEntries(Object.entries(told).filter(([, one]) => typeof one === 'string')),
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
  const expected = new Set([manifest, `${manifest}.sig`, ...built.flatMap(({ entry }) => pathsOf(entry))]);
  const extra = listFiles(root, `${order.folder.replace(/\/+$/, '')}/`).filter((path) => !expected.has(path));
  const own = differenceFrom(root, { path: manifest, text: manifestText(order, built) });
  const differences = [
    ...(own ? [own] : []),
    ...built.flatMap((one) => one.differences),
    ...extra.map((path): Difference => ({ path, status: 'extra' })),
  ];
  const files = differences.sort((a, b) => (a.path < b.path ? -1 : 1));
  const lacking = files.filter(({ status }) => status !== 'extra').length;
  return { files, same: expected.size - 1 - lacking };
}

function pathsOf({ parallel, editions }: ManifestDocument): readonly string[] {
  return [parallel, ...editions.flatMap(({ files }) => files)].map(({ path }) => path);
}
