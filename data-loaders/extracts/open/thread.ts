import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import { XLSX_LIMITS } from './limits.ts';
import type { WorkbookReader } from './workbook.ts';
import type { Answer } from './xlsx-worker.ts';

/**
 * Runs `use` with a workbook that is read in a thread of its own, whose memory and time are limited: what a small file
 * unpacks to cannot be told from its size. Throws DataError when it takes too much, another error when it is damaged.
 */
export async function inThread<T>(
  path: string,
  fil: string,
  use: (reader: WorkbookReader) => Promise<T>,
): Promise<T> {
  const worker = new Worker(new URL('./xlsx-thread.mjs', import.meta.url), {
    workerData: { path, fil },
    resourceLimits: { maxOldGenerationSizeMb: XLSX_LIMITS.memory },
  });
  const overdue = setTimeout(() => void worker.terminate(), XLSX_LIMITS.milliseconds);
  try {
    const first = await reply(worker, fil);
    if (first.typ !== 'arbetsbok') throw new Error(`unexpected answer: ${first.typ}`);
    return await use({
      workbook: first.workbook,
      write: async (chosen) => {
        worker.postMessage(chosen);
        const second = await reply(worker, fil);
        if (second.typ !== 'rader') throw new Error(`unexpected answer: ${second.typ}`);
        return second.written;
      },
    });
  } finally {
    clearTimeout(overdue);
    await worker.terminate();
  }
}

async function reply(worker: Worker, fil: string): Promise<Answer> {
  const ended = once(worker, 'exit').then(() => null);
  let answer: Answer | null;
  try {
    answer = await Promise.race([once(worker, 'message').then(([message]) => message as Answer), ended]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    throw new DataError(
      `Filen ${shown(fil)} tar för mycket minne att läsa som kalkylblad. Spara bladet som CSV (UTF-8).`,
    );
  }
  if (answer === null) {
    throw new DataError(
      `Filen ${shown(fil)} tar för lång tid att läsa som kalkylblad. Spara bladet som CSV (UTF-8).`,
    );
  }
  if (answer.typ !== 'fel') return answer;
  throw answer.known ? new DataError(answer.message) : new Error(answer.message);
}
