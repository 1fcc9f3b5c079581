import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { HexaplaError } from '../model/error.ts';
import { dropStaged } from '../project/files.ts';
import { beginJob, type Checked, type Job, type JobResult } from './build-job.ts';
import type { BuildOrder, Settled } from './build-one.ts';

/** What a thread answers when it is done with a document, or could not do it. */
export interface ThreadAnswer {
  readonly index: number;
  readonly result?: JobResult;
  readonly mistake?: Pick<HexaplaError, 'code' | 'values' | 'place'>;
  readonly bug?: string;
}

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
  await spread({ kind: 'check', order, env: { XDG_CACHE_HOME, HOME } }, indexes, () => undefined, done);
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
    await spread({ kind: 'build', order }, indexes, begins, done);
  } catch (error) {
    dropStaged([...done.values()].flatMap(({ settled }) => settled?.staged ?? []));
    throw error;
  }
  return new Map([...done].flatMap(([index, { settled }]) => (settled ? [[index, settled] as const] : [])));
}

async function spread(
  job: Job,
  indexes: readonly number[],
  begins: Begins,
  done: Map<number, JobResult>,
): Promise<void> {
  const worthwhile = Math.floor(indexes.length / DOCUMENTS_A_THREAD[job.kind]);
  const threads = Math.min(availableParallelism(), worthwhile, MOST_THREADS);
  // A thread starts with what Node reads by itself: from the sources there is one thread.
  if (threads > 1 && PROGRAM.pathname.endsWith('.js')) await inThreads(job, indexes, threads, begins, done);
  else if (indexes.length > 0) await inTurn(job, indexes, begins, done);
}

async function inTurn(
  job: Job,
  indexes: readonly number[],
  begins: Begins,
  done: Map<number, JobResult>,
): Promise<void> {
  const act = await beginJob(job);
  const { documents } = job.order.project;
  for (const index of indexes) {
    const document = documents[index];
    if (!document) continue;
    begins(index);
    done.set(index, await act(document));
  }
}

async function inThreads(
  job: Job,
  indexes: readonly number[],
  threads: number,
  begins: Begins,
  done: Map<number, JobResult>,
): Promise<void> {
  const waiting = [...indexes].reverse();
  const failed = new Map<number, Error>();
  const workers = Array.from({ length: threads }, () => new Worker(PROGRAM, { workerData: job }));
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const next = (): void => {
        const index = failed.size === 0 ? waiting.pop() : undefined;
        if (index === undefined) resolve();
        else {
          begins(index);
          worker.postMessage(index);
        }
      };
      worker.on('error', reject);
      worker.on('message', ({ index, result, mistake, bug }: ThreadAnswer) => {
        if (result) done.set(index, result);
        else failed.set(index, errorOf(mistake, bug));
        next();
      });
      next();
    });
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  const [first] = [...failed].sort(([a], [b]) => a - b);
  if (first) throw first[1];
}

function errorOf(mistake: ThreadAnswer['mistake'], bug: string | undefined): Error {
  if (mistake) return new HexaplaError(mistake.code, mistake.values, mistake.place);
  const error = new Error('a thread of the build failed');
  if (bug !== undefined) error.stack = bug;
  return error;
}
