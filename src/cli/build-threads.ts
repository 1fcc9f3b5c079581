import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { HexaplaError } from '../model/error.ts';
import { dropStaged } from '../project/files.ts';
import { type BuildOrder, documentBuilder, type Settled, settle } from './build-one.ts';

/** What a thread answers when it has built a document, or could not. */
export interface ThreadAnswer {
  readonly index: number;
  readonly settled?: Settled;
  readonly mistake?: Pick<HexaplaError, 'code' | 'values' | 'place'>;
  readonly bug?: string;
}

/** A thread has to load the program, which takes as long as some documents do. */
const DOCUMENTS_A_THREAD = 8;

/** The program of a thread, beside this one and in the same language. */
const PROGRAM = new URL(import.meta.url.replace(/build-threads(\.[jt]s)$/, 'build-thread$1'));

/**
 * Builds some documents of a project (by their places in it) and settles their files, with all cores where they are
 * many. What it gives is in their order; so is the mistake that it throws where there are several. Then nothing is left
 * behind.
 */
export async function settleDocuments(
  order: BuildOrder,
  indexes: readonly number[],
  begins: (index: number) => void,
): Promise<ReadonlyMap<number, Settled>> {
  const threads = Math.min(availableParallelism(), Math.floor(indexes.length / DOCUMENTS_A_THREAD));
  const done = new Map<number, Settled>();
  try {
    if (threads > 1 && canThread()) await inThreads(order, indexes, threads, begins, done);
    else inTurn(order, indexes, begins, done);
  } catch (error) {
    dropStaged([...done.values()].map(({ staged }) => staged));
    throw error;
  }
  return done;
}

/** A thread runs what Node can read by itself, or what this process was told to read. */
function canThread(): boolean {
  return PROGRAM.pathname.endsWith('.js') || process.execArgv.includes('--import');
}

function inTurn(
  order: BuildOrder,
  indexes: readonly number[],
  begins: (index: number) => void,
  done: Map<number, Settled>,
): void {
  const build = documentBuilder(order);
  const { documents } = order.project;
  for (const index of indexes) {
    const document = documents[index];
    if (!document) continue;
    begins(index);
    done.set(index, settle(order, build(document)));
  }
}

async function inThreads(
  order: BuildOrder,
  indexes: readonly number[],
  threads: number,
  begins: (index: number) => void,
  done: Map<number, Settled>,
): Promise<void> {
  const waiting = [...indexes].reverse();
  const failed = new Map<number, Error>();
  const workers = Array.from({ length: threads }, () => new Worker(PROGRAM, { workerData: order }));
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
      worker.on('message', ({ index, settled, mistake, bug }: ThreadAnswer) => {
        if (settled) done.set(index, settled);
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
