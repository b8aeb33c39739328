import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import { type CellNotes, cellText } from './cells.ts';
import { HEADING_RECORDS, XLSX_LIMITS } from './limits.ts';
import { createRows, type RowsResult } from './rows.ts';
import { isBlank } from './tail.ts';
import { inspectZip } from './zip.ts';

/** The thread that reads one workbook: hucre and its memory are in here, apart from the program. */

export type Row = { rad: number; cells: string[] };
export type SheetStart = { index: number; name: string; hidden: boolean; rows: Row[] };
export type Workbook = { sheets: SheetStart[]; date1904: boolean; uncomputed: boolean };
export type Chosen = { index: number; headerRow: number; header: string[]; target: string };
export type Written = RowsResult & { notes: CellNotes };
export type Answer =
  | { typ: 'arbetsbok'; workbook: Workbook }
  | { typ: 'rader'; written: Written }
  | { typ: 'fel'; message: string; known: boolean };

const { path, fil } = workerData as { path: string; fil: string };
const bytes = readFileSync(path);
let date1904 = false;

/** The rows of a sheet as text, empty ones left out. Throws DataError beyond the limit of cells, Error when out of order. */
async function* rowsOf(index: number, notes: CellNotes): AsyncGenerator<Row> {
  let cells = 0;
  let former = -1;
  for await (const row of streamXlsxRows(bytes, { sheet: index }) as AsyncGenerator<StreamRow>) {
    if (!(row.index > former && row.index < 1_048_576)) throw new Error(`row order: ${row.index}`);
    former = row.index;
    cells += row.values.length;
    if (cells > XLSX_LIMITS.cells) {
      throw new DataError(
        `Filen ${shown(fil)} har orimligt många celler (fler än ${XLSX_LIMITS.cells / 1e6} miljoner). Ta bort tomma kolumner, ` +
          'eller spara bladet som CSV (UTF-8).',
      );
    }
    const texts = row.values.map((value) => cellText(value, date1904, notes));
    if (!texts.every(isBlank)) yield { rad: row.index + 1, cells: texts };
  }
}

async function open(): Promise<Workbook> {
  const { uncomputed } = await inspectZip(bytes, fil);
  const infos: { index: number; name: string; hidden: boolean }[] = [];
  const { dateSystem } = await readXlsx(bytes, {
    sheets: ({ index, name, hidden, veryHidden }) => {
      infos.push({ index, name, hidden: Boolean(hidden || veryHidden) });
      return false;
    },
  });
  date1904 = dateSystem === '1904';
  if (infos.length > XLSX_LIMITS.sheets) {
    throw new DataError(
      `Filen ${shown(fil)} har ${infos.length} blad. Spara bladet med utdraget i en egen arbetsbok.`,
    );
  }
  const sheets: SheetStart[] = [];
  for (const info of infos) sheets.push({ ...info, rows: await firstRows(info.index) });
  return { sheets, date1904, uncomputed };
}

/** The rows a heading row is looked for in; none for a sheet of another kind (a chart). */
async function firstRows(index: number): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const row of rowsOf(index, { errors: 0, zeros: 0, serials: 0 })) {
      rows.push(row);
      if (rows.length === HEADING_RECORDS) break;
    }
  } catch (error) {
    if (!/missing worksheet file/.test(String(error))) throw error;
  }
  return rows;
}

async function write({ index, headerRow, header, target }: Chosen): Promise<Written> {
  const notes = { errors: 0, zeros: 0, serials: 0 };
  const rows = createRows({ fil, target, header, delimiter: ';', loose: true });
  try {
    for await (const { rad, cells } of rowsOf(index, notes)) if (rad > headerRow) rows.add(rad, cells);
    return { ...rows.end(), notes };
  } finally {
    rows.close();
  }
}

function answer(work: Promise<Answer>): void {
  work.then(
    (message) => parentPort!.postMessage(message),
    (error) => {
      const known = error instanceof DataError;
      parentPort!.postMessage({ typ: 'fel', message: known ? error.message : String(error?.stack), known });
    },
  );
}

parentPort!.on('message', (chosen: Chosen) => {
  answer(write(chosen).then((written) => ({ typ: 'rader', written })));
});
answer(open().then((workbook) => ({ typ: 'arbetsbok', workbook })));
