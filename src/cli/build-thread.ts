import { parentPort, workerData } from 'node:worker_threads';
import { beginJob, type Job } from './build-job.ts';
import { serveThread } from './threads.ts';

// What one thread of a build does: its job, with the documents that it is told.
if (parentPort) serveThread(parentPort, beginJob(workerData as Job));
