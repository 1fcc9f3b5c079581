import { filesOf, type ManifestDocument } from '../edition/manifest.ts';
import { digestOf } from '../pipeline-edition.ts';
import { filesReader } from '../project/files.ts';
import { knownResults } from '../project/known-results.ts';
import type { ProjectDocument } from '../project/layout.ts';
import { packageMark } from '../project/package-mark.ts';
import { inputsKey, readInputs } from './build-inputs.ts';
import { type BuildOrder, type BuiltFacts, documentBuilder, type Settled, settle } from './build-one.ts';
import { versionsHere } from './versions.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What is done with each of many documents, by this thread or another one, to which it is sent: `check` finds out
 * whether it has to be built, `build` builds it.
 */
export type Job =
  | { readonly kind: 'build'; readonly order: BuildOrder }
  | { readonly kind: 'check'; readonly order: BuildOrder; readonly env: Environment };

/** Whether a document has to be built: the key of its inputs, and what is known of a build that is still there. */
export interface Checked {
  readonly key: string;
  readonly facts: BuiltFacts | null;
}

/** What a job gives for a document. */
export interface JobResult {
  readonly settled?: Settled;
  readonly checked?: Checked;
}

/** Begins a job: what it needs for all documents is made ready once. */
export async function beginJob(job: Job): Promise<(index: number) => Promise<JobResult>> {
  const act = await beginDocuments(job);
  const { documents } = job.order.project;
  return (index) => {
    const document = documents[index];
    if (!document) throw new Error(`there is no document ${index}`);
    return act(document);
  };
}

async function beginDocuments(job: Job): Promise<(document: ProjectDocument) => Promise<JobResult>> {
  const { order } = job;
  if (job.kind === 'build') {
    const build = await documentBuilder(order);
    return async (document) => ({ settled: settle(order, await build(document)) });
  }
  const check = documentChecker(order, job.env);
  return async (document) => ({ checked: check(document) });
}

function documentChecker(
  { project, ...asked }: BuildOrder,
  env: Environment,
): (document: ProjectDocument) => Checked {
  const known = knownResults(project.root, env, 'builds');
  const read = filesReader(project.root);
  const shared = JSON.stringify([packageMark(), versionsHere(), project.config, asked]);
  return (document) => {
    const key = inputsKey(shared, document, readInputs(project, document, asked.locales, read));
    const facts = known.find(key) as BuiltFacts | null;
    return { key, facts: facts && isStillBuilt(read, facts.entry) ? facts : null };
  };
}

/** Whether everything that was built of a document is still there, byte for byte. */
function isStillBuilt(read: (path: string) => Uint8Array | null, entry: ManifestDocument): boolean {
  return filesOf(entry).every(({ path, digest }) => {
    const bytes = read(path);
    return bytes !== null && digestOf(bytes) === digest;
  });
}
