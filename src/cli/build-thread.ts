import { parentPort, workerData } from 'node:worker_threads';
import { HexaplaError } from '../model/error.ts';
import { beginJob, type Job } from './build-job.ts';
import type { ThreadAnswer } from './build-threads.ts';

/** What one thread of a build does: its job, with the documents that it is told. */
function serve(job: Job, port: NonNullable<typeof parentPort>): void {
  const begun = beginJob(job);
  const { documents } = job.order.project;
  const answerTo = async (index: number): Promise<ThreadAnswer> => {
    try {
      const document = documents[index];
      if (!document) throw new Error(`there is no document ${index}`);
      const act = await begun;
      return { index, result: await act(document) };
    } catch (error) {
      return { index, ...failureOf(error) };
    }
  };
  port.on('message', async (index: number) => port.postMessage(await answerTo(index)));
}

/** An error as it can be sent: a HexaplaError loses its class on the way. */
function failureOf(error: unknown): Pick<ThreadAnswer, 'mistake' | 'bug'> {
  if (error instanceof HexaplaError) {
    const { code, values, place } = error;
    return { mistake: { code, values, place } };
  }
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

if (parentPort) serve(workerData as Job, parentPort);
