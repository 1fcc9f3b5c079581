import { parentPort, workerData } from 'node:worker_threads';
import { HexaplaError } from '../model/error.ts';
import { type BuildOrder, documentBuilder, settle } from './build-one.ts';
import type { ThreadAnswer } from './build-threads.ts';

/** What one thread of a build does: it builds the documents that it is told to, and stages their files. */
function serve(order: BuildOrder, port: NonNullable<typeof parentPort>): void {
  const build = documentBuilder(order);
  const { documents } = order.project;
  const answerTo = (index: number): ThreadAnswer => {
    try {
      const document = documents[index];
      if (!document) throw new Error(`there is no document ${index}`);
      return { index, settled: settle(order, build(document)) };
    } catch (error) {
      return { index, ...failureOf(error) };
    }
  };
  port.on('message', (index: number) => port.postMessage(answerTo(index)));
}

/** An error as it can be sent: a HexaplaError loses its class on the way. */
function failureOf(error: unknown): Pick<ThreadAnswer, 'mistake' | 'bug'> {
  if (error instanceof HexaplaError) {
    const { code, values, place } = error;
    return { mistake: { code, values, place } };
  }
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

if (parentPort) serve(workerData as BuildOrder, parentPort);
