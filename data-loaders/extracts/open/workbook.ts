import { readFileSync } from 'node:fs';
import { readXlsx, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import { DataError } from '../../errors.ts';
import { shown } from '../discover.ts';
import { type CellNotes, cellText } from './cells.ts';
import { HEADING_RECORDS, XLSX_LIMITS } from './limits.ts';
import { createRows, type RowsResult } from './rows.ts';
import { isBlank } from './tail.ts';

/** The one place that knows hucre. Errors that are no DataError mean a damaged workbook. */

export type Row = { rad: number; cells: string[] };
export type SheetStart = { index: number; name: string; hidden: boolean; rows: Row[] };
export type Workbook = { sheets: SheetStart[]; date1904: boolean };
/** A sheet (from 0), the number and texts of its heading row, and the path of the canonical file to write. */
export type Chosen = { index: number; headerRow: number; header: string[]; target: string };
export type Written = RowsResult & { notes: CellNotes };
export type WorkbookReader = { workbook: Workbook; write: (chosen: Chosen) => Promise<Written> };

/** Reads the beginning of every sheet; `write` then writes the rows of one. Throws DataError beyond the limits. */
export async function readWorkbook(path: string, fil: string): Promise<WorkbookReader> {
  const bytes = readFileSync(path);
  const infos: { index: number; name: string; hidden: boolean }[] = [];
  const { dateSystem } = await readXlsx(bytes, {
    sheets: ({ index, name, hidden, veryHidden }) => {
      infos.push({ index, name, hidden: Boolean(hidden || veryHidden) });
      return false;
    },
  });
  if (infos.length > XLSX_LIMITS.sheets) {
    throw new DataError(
      `Filen ${shown(fil)} har ${infos.length} blad. Spara bladet med utdraget i en egen arbetsbok.`,
    );
  }
  const file = { bytes, fil, date1904: dateSystem === '1904' };
  const sheets: SheetStart[] = [];
  for (const info of infos) sheets.push({ ...info, rows: await firstRows(file, info.index) });
  return {
    workbook: { sheets, date1904: file.date1904 },
    write: (chosen) => writeRows(file, chosen),
  };
}

type File = { bytes: Buffer; fil: string; date1904: boolean };
const noNotes = (): CellNotes => ({ errors: 0, zeros: 0, serials: 0 });

/** The rows of a sheet as text, empty ones left out. Throws DataError beyond the limit of cells, Error when out of order. */
async function* rowsOf({ bytes, fil, date1904 }: File, index: number, notes: CellNotes): AsyncGenerator<Row> {
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

/** The rows a heading row is looked for in; none for a sheet of another kind (a chart). */
async function firstRows(file: File, index: number): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const row of rowsOf(file, index, noNotes())) {
      rows.push(row);
      if (rows.length === HEADING_RECORDS) break;
    }
  } catch (error) {
    if (!/missing worksheet file/.test(String(error))) throw error;
  }
  return rows;
}

async function writeRows(file: File, { index, headerRow, header, target }: Chosen): Promise<Written> {
  const notes = noNotes();
  const rows = createRows({ fil: file.fil, target, header, delimiter: ';', loose: true });
  try {
    for await (const { rad, cells } of rowsOf(file, index, notes)) if (rad > headerRow) rows.add(rad, cells);
    return { ...rows.end(), notes };
  } finally {
    rows.close();
  }
}
