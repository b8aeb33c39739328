import { parentPort, workerData } from 'node:worker_threads';
import { DataError } from '../../errors.ts';
import { type Chosen, readWorkbook, type Workbook, type Written } from './workbook.ts';

/** The thread that reads one workbook: answers with its sheets at once, and with the rows written when one is chosen. */
export type Answer =
  | { typ: 'arbetsbok'; workbook: Workbook }
  | { typ: 'rader'; written: Written }
  | { typ: 'fel'; message: string; known: boolean };

function answer(work: Promise<Answer>): void {
  work.then(
    (message) => parentPort!.postMessage(message),
    (error) => {
      const known = error instanceof DataError;
      parentPort!.postMessage({ typ: 'fel', message: known ? error.message : String(error?.stack), known });
    },
  );
}

const { path, fil } = workerData as { path: string; fil: string };
const reader = readWorkbook(path, fil);
parentPort!.on('message', (chosen: Chosen) => {
  answer(reader.then(({ write }) => write(chosen)).then((written) => ({ typ: 'rader', written })));
});
answer(reader.then(({ workbook }) => ({ typ: 'arbetsbok', workbook })));
