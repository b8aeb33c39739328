import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DataError } from '../../errors.ts';
import { type Extract, shown } from '../discover.ts';
import { XLSX_LIMITS } from './limits.ts';
import type { Opened, Score } from './opened.ts';
import { startsWith, titles } from './text.ts';
import type { Answer, Chosen, Row, SheetStart, Workbook, Written } from './xlsx-worker.ts';

/**
 * An XLSX file: of its sheets the one whose heading row has most headings the kind has, written to `temp()`. It is read in a
 * thread of its own, whose memory and time are limited. Throws DataError.
 */
export async function openSpreadsheet(
  extract: Extract,
  { score, temp }: { score: Score; temp: () => string },
): Promise<Opened> {
  const { fil, path, size } = extract;
  assertWorkbook(path, fil, size);
  const worker = startWorker(path, fil);
  const overdue = setTimeout(() => void worker.terminate(), XLSX_LIMITS.milliseconds);
  try {
    const first = await reply(worker, fil);
    if (first.typ !== 'arbetsbok') throw new Error(`unexpected answer: ${first.typ}`);
    const { sheets } = first.workbook;
    const found = bestSheet(sheets, score);
    if (!found)
      throw new DataError(`Filen ${shown(fil)} är tom. Exportera utdraget på nytt eller ta bort filen.`);
    const { sheet, row, titleRows } = found;
    const filled = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const header = row.cells.slice(0, filled);
    const chosen: Chosen = { index: sheet.index, headerRow: row.rad, header, target: temp() };
    worker.postMessage(chosen);
    const second = await reply(worker, fil);
    if (second.typ !== 'rader') throw new Error(`unexpected answer: ${second.typ}`);
    const { headings, broken } = second.written;
    const { target } = chosen;
    return {
      headings,
      headerRow: row.rad,
      rows: {
        typ: 'csv',
        path: target,
        delimiter: ',',
        skip: 0,
        fields: header.length,
        numbered: true,
        lines: null,
      },
      broken,
      anmarkningar: remarks(first.workbook, sheet, titleRows, second.written),
    };
  } finally {
    clearTimeout(overdue);
    await worker.terminate();
  }
}

function assertWorkbook(path: string, fil: string, size: number): void {
  const name = shown(fil);
  if (size === 0)
    throw new DataError(`Filen ${name} är tom. Exportera utdraget på nytt eller ta bort filen.`);
  if (size > XLSX_LIMITS.file) {
    throw new DataError(
      `Filen ${name} är större än ${XLSX_LIMITS.file >> 20} MB. Spara bladet som CSV (UTF-8).`,
    );
  }
  if (startsWith(path, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new DataError(
      `Filen ${name} är låst med lösenord eller ett äldre kalkylblad (.xls). Spara den som Excel-arbetsbok (.xlsx) utan lösenord, eller som CSV (UTF-8).`,
    );
  }
  if (!startsWith(path, [0x50, 0x4b])) throw damaged(fil);
}

function damaged(fil: string, cause?: unknown): DataError {
  return new DataError(
    `Filen ${shown(fil)} går inte att läsa som Excel-arbetsbok: den är skadad eller i ett annat format. ` +
      'Öppna den i Excel och spara den på nytt, eller spara den som CSV (UTF-8).',
    { cause },
  );
}

function startWorker(path: string, fil: string): Worker {
  return new Worker(new URL('./xlsx-thread.mjs', import.meta.url), {
    workerData: { path, fil },
    resourceLimits: { maxOldGenerationSizeMb: XLSX_LIMITS.memory },
  });
}

/** The thread's next answer. Throws DataError when the file is at fault or took too much memory or time. */
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
  throw answer.known ? new DataError(answer.message) : damaged(fil, answer.message);
}

type Found = { sheet: SheetStart; row: Row; titleRows: number };

/** Most known headings; of equals a visible sheet, the first sheet, the first row. null when all sheets are empty. */
function bestSheet(sheets: SheetStart[], score: Score): Found | null {
  let best: (Found & { points: number }) | null = null;
  for (const sheet of [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))) {
    for (const [titleRows, row] of sheet.rows.entries()) {
      const points = score(row.cells.map((cell) => cell.trim()));
      if (best === null || points > best.points) best = { sheet, row, titleRows, points };
    }
  }
  return best;
}

function remarks(book: Workbook, sheet: SheetStart, titleRows: number, { beside, notes }: Written): string[] {
  const said: (string | false)[] = [
    book.sheets.length > 1 && `blad: ${sheet.name} (ett av ${book.sheets.length})`,
    sheet.hidden && 'bladet är dolt',
    titleRows > 0 && titles(titleRows),
    beside > 0 && `${rader(beside)} har text till höger om rubrikerna; den läses inte`,
    notes.errors > 0 && `${celler(notes.errors)} med felvärde (#N/A och liknande) räknas som tomma`,
    notes.zeros > 0 && `${celler(notes.zeros)} med datumet noll räknas som tomma`,
    book.uncomputed && 'formler utan sparat värde räknas som tomma; spara arbetsboken i Excel',
    book.date1904 &&
      notes.serials > 0 &&
      'datum räknas från 1904; en dag som saknar datumformat blir fyra år fel',
  ];
  return said.filter((text) => text !== false);
}

const rader = (count: number) => `${count} ${count === 1 ? 'rad' : 'rader'}`;
const celler = (count: number) => `${count} ${count === 1 ? 'cell' : 'celler'}`;
