import { parentPort, workerData } from 'node:worker_threads';
import { beginChecks, type CheckJob } from './check-job.ts';
import { serveThread } from './threads.ts';

// What one thread of a check does: its job, with the pieces that it is told.
if (parentPort) serveThread(parentPort, beginChecks(workerData as CheckJob));
