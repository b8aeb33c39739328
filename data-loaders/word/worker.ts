import { workerData } from 'node:worker_threads';
import { type Jobs, writeJobs } from './write.ts';

/** The thread that writes its share of the Word files. */
await writeJobs(workerData as Jobs);
