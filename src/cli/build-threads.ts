import { availableParallelism } from 'node:os';
import { dropStaged } from '../project/files.ts';
import { beginJob, type Checked, type Job, type JobResult } from './build-job.ts';
import type { BuildOrder, Settled } from './build-one.ts';
import { spread } from './threads.ts';

/** A thread has to load the program, which takes as long as so many documents do, and its own memory. */
const DOCUMENTS_A_THREAD = { build: 8, check: 400 };
const MOST_THREADS = 16;

/** The program of a thread, beside this one and in the same language. */
const PROGRAM = new URL(import.meta.url.replace(/build-threads(\.[jt]s)$/, 'build-thread$1'));

type Begins = (index: number) => void;

/**
 * Finds out which documents of a project have to be built, with all cores where they are many. What it gives is in their
 * order; so is the mistake that it throws where there are several.
 */
export async function checkDocuments(
  order: BuildOrder,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Checked[]> {
  const { XDG_CACHE_HOME, HOME } = env;
  const indexes = order.project.documents.map((_, index) => index);
  const done = new Map<number, JobResult>();
  await spreadJob({ kind: 'check', order, env: { XDG_CACHE_HOME, HOME } }, indexes, () => undefined, done);
  return indexes.map((index) => {
    const checked = done.get(index)?.checked;
    if (!checked) throw new Error(`document ${index} was not checked`);
    return checked;
  });
}

/**
 * Builds some documents of a project (by their places in it) and settles their files, as `checkDocuments` does. Where it
 * throws, nothing is left behind.
 */
export async function settleDocuments(
  order: BuildOrder,
  indexes: readonly number[],
  begins: Begins,
): Promise<ReadonlyMap<number, Settled>> {
  const done = new Map<number, JobResult>();
  try {
    await spreadJob({ kind: 'build', order }, indexes, begins, done);
  } catch (error) {
    dropStaged([...done.values()].flatMap(({ settled }) => settled?.staged ?? []));
    throw error;
  }
  return new Map([...done].flatMap(([index, { settled }]) => (settled ? [[index, settled] as const] : [])));
}

async function spreadJob(
  job: Job,
  indexes: readonly number[],
  begins: Begins,
  done: Map<number, JobResult>,
): Promise<void> {
  const worthwhile = Math.floor(indexes.length / DOCUMENTS_A_THREAD[job.kind]);
  const threads = Math.min(availableParallelism(), worthwhile, MOST_THREADS);
  const ends = (index: number, result: JobResult): unknown => done.set(index, result);
  await spread({ program: PROGRAM, data: job, indexes, threads, begin: beginJob, begins, ends });
}
