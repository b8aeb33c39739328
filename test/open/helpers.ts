import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import type { Extract } from '../../data-loaders/extracts/discover.ts';
import {
  type CsvRows,
  type Opened,
  type OpenOptions,
  openExtract,
} from '../../data-loaders/extracts/open/open.ts';
import { literal } from '../../data-loaders/extracts/sql-text.ts';
import { openDatabase } from '../../data-loaders/sql.ts';

/** Headings the tests' kind has. */
const KNOWN = new Set(['id', 'kommun', 'vardgivare', 'inskrivning', 'fritext']);
export const score = (cells: string[]) => cells.filter((cell) => KNOWN.has(cell.toLowerCase())).length;

/** A folder of its own, gone when the test is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oppna-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The file as `discover` would give it. */
export function extract(content: string | Uint8Array, fil = 'utskrivningar.csv'): Extract {
  const path = join(temporaryFolder(), fil);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const format = fil.endsWith('xlsx') ? 'xlsx' : fil.endsWith('parquet') ? 'parquet' : 'csv';
  return { fil, path, slag: 'utskrivningar', format, size: Buffer.byteLength(content), mappnycklar: {} };
}

export type Read = Opened & {
  /** Row number and cells as DuckDB reads them; an empty cell is null. */
  data: [number, ...(string | null)[]][];
  /** Rows DuckDB refused. */
  rejects: number;
};

/** Opens a file and reads what it points at. */
export async function read(
  content: string | Uint8Array,
  options: Partial<OpenOptions> & { fil?: string } = {},
): Promise<Read> {
  const { fil, ...rest } = options;
  const opened = await openExtract(extract(content, fil), { tempDir: temporaryFolder(), score, ...rest });
  const { rows } = opened;
  if (rows.typ !== 'csv') throw new Error('not CSV rows');
  const { connection, close } = await openDatabase(':memory:');
  try {
    return { ...opened, ...(await rowsOf(connection, opened, rows)) };
  } finally {
    close();
  }
}

async function rowsOf(
  connection: DuckDBConnection,
  { headings, headerRow }: Opened,
  { path, delimiter, skip, fields, numbered }: CsvRows,
): Promise<Pick<Read, 'data' | 'rejects'>> {
  const names = Array.from({ length: fields }, (_, index) => `f${index}`);
  const columns = (numbered ? ['rad', ...names] : names).map((name) => `'${name}': 'varchar'`);
  await connection.run(`
    create table fil as select * from read_csv(${literal(path)}, auto_detect = false, header = false,
        skip = ${skip}, delim = ${literal(delimiter)}, quote = '"', escape = '"',
        columns = {${columns.join(', ')}}, store_rejects = true, rejects_limit = 0)`);
  const rad = numbered ? 'rad::integer' : `(rowid + ${headerRow + 1})::integer`;
  const cells = [rad, ...names.slice(0, headings.length)].join(', ');
  const found = await connection.runAndReadAll(`select ${cells} from fil order by rowid`);
  const refused = await connection.runAndReadAll('select count(distinct line)::integer from reject_errors');
  return { data: found.getRowsJson() as Read['data'], rejects: Number(refused.getRows()[0]![0]) };
}

/** The message of the DataError that opening ends in. */
export async function message(
  content: string | Uint8Array,
  options: Partial<OpenOptions> & { fil?: string } = {},
): Promise<string> {
  try {
    await read(content, options);
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
  throw new Error('no DataError was thrown');
}
