import { Worker } from 'node:worker_threads';
import { HexaplaError } from '../model/error.ts';

/** What a thread answers when it is done with a piece of work, or could not do it. */
export interface ThreadAnswer<Result> {
  readonly index: number;
  readonly result?: Result;
  readonly mistake?: Pick<HexaplaError, 'code' | 'values' | 'place'>;
  readonly bug?: string;
}

/** Work in pieces, known by their places in a list. */
export interface Work<Data, Result> {
  /** The program of a thread. */
  readonly program: URL;
  /** What all pieces have in common; it is sent to each thread once. */
  readonly data: Data;
  readonly indexes: readonly number[];
  readonly threads: number;
  /** Does the pieces in this thread, where one is enough. */
  readonly begin: (data: Data) => Promise<(index: number) => Promise<Result>>;
  readonly begins: (index: number) => void;
  readonly ends: (index: number, result: Result) => void;
}

/** Does work in as many threads as asked for. Throws the mistake of the first piece that has one. */
export async function spread<Data, Result>(work: Work<Data, Result>): Promise<void> {
  // A thread starts with what Node reads by itself: from the sources there is one thread.
  if (work.threads > 1 && work.program.pathname.endsWith('.js')) return inThreads(work);
  if (work.indexes.length === 0) return;
  const act = await work.begin(work.data);
  for (const index of work.indexes) {
    work.begins(index);
    work.ends(index, await act(index));
  }
}

async function inThreads<Data, Result>(work: Work<Data, Result>): Promise<void> {
  const waiting = [...work.indexes].reverse();
  const failed = new Map<number, Error>();
  const workers = Array.from(
    { length: work.threads },
    () => new Worker(work.program, { workerData: work.data }),
  );
  const keepBusy = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const next = (): void => {
        const index = failed.size === 0 ? waiting.pop() : undefined;
        if (index === undefined) resolve();
        else {
          work.begins(index);
          worker.postMessage(index);
        }
      };
      worker.on('error', reject);
      worker.on('message', ({ index, result, mistake, bug }: ThreadAnswer<Result>) => {
        if (result === undefined) failed.set(index, errorOf(mistake, bug));
        else work.ends(index, result);
        next();
      });
      next();
    });
  try {
    await Promise.all(workers.map(keepBusy));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  const [first] = [...failed].sort(([a], [b]) => a - b);
  if (first) throw first[1];
}

function errorOf(mistake: ThreadAnswer<unknown>['mistake'], bug: string | undefined): Error {
  if (mistake) return new HexaplaError(mistake.code, mistake.values, mistake.place);
  const error = new Error('a thread failed');
  if (bug !== undefined) error.stack = bug;
  return error;
}

/** The other end: does the pieces that it is told, one after the other. */
export function serveThread<Result>(
  port: {
    on: (event: 'message', act: (index: number) => void) => unknown;
    postMessage: (answer: unknown) => void;
  },
  begun: Promise<(index: number) => Promise<Result>>,
): void {
  const answerTo = async (index: number): Promise<ThreadAnswer<Result>> => {
    try {
      const act = await begun;
      return { index, result: await act(index) };
    } catch (error) {
      return { index, ...failureOf(error) };
    }
  };
  port.on('message', async (index: number) => port.postMessage(await answerTo(index)));
}

/** An error as it can be sent: a HexaplaError loses its class on the way. */
function failureOf(error: unknown): Pick<ThreadAnswer<unknown>, 'mistake' | 'bug'> {
  if (error instanceof HexaplaError) {
    const { code, values, place } = error;
    return { mistake: { code, values, place } };
  }
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
