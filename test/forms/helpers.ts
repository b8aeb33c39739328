import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { onTestFinished } from 'vitest';
import { writeQuarantine } from '../../data-loaders/report.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import type { Staged } from '../load/helpers.ts';

/** A folder of its own, gone when the test is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'former-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A Parquet file of a select. */
export async function parquet(select: string): Promise<Buffer> {
  const file = join(temporaryFolder(), 'f.parquet');
  const { connection, close } = await openDatabase(':memory:');
  await connection.run(`copy (${select}) to '${file}' (format parquet)`);
  close();
  return readFileSync(file);
}

/** A table of texts as a Parquet file; an empty text is null. */
export function parquetOf([head, ...rows]: string[][]): Promise<Buffer> {
  const cell = (text: string) => (text === '' ? 'null' : `'${text.replaceAll("'", "''")}'`);
  const selects = rows.map((row) =>
    row.map((text, index) => `${cell(text)} as "${head![index]!.replaceAll('"', '""')}"`).join(', '),
  );
  const empty = head!.map((text) => `null::varchar as "${text.replaceAll('"', '""')}"`).join(', ');
  return parquet(
    [`select ${empty} where false`, ...selects.map((select) => `select ${select}`)].join(' union all '),
  );
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const CLOCK = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;

/** A table as a workbook, dates from 1904 on as date cells of the system; other texts as they stand. */
export async function workbookOf(
  rows: string[][],
  dateSystem: '1900' | '1904',
  sheets: { name: string; rows: string[][] }[] = [],
): Promise<Uint8Array> {
  type Cells = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['cells']>;
  const cells: Cells = new Map();
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      if (text < '1905' || !(DAY.test(text) || CLOCK.test(text))) continue;
      const value = new Date(`${text.replace(' ', 'T')}${DAY.test(text) ? 'T00:00' : ''}:00Z`);
      cells.set(`${row},${column}`, { value, style: { numFmt: 'yyyy-mm-dd hh:mm' } });
    }
  }
  const texts = rows.map((row) => row.map((text) => (text === '' ? null : text)));
  return await writeXlsx({ sheets: [...sheets, { name: 'Uttag', rows: texts, cells }], dateSystem });
}

/** What the quarantine of staged files holds: file → its rows by heading. */
export async function quarantineOf(
  { connection, folder, profile }: Staged,
  pseudonymized = false,
): Promise<Record<string, Record<string, string>[]>> {
  const workDir = temporaryFolder();
  await writeQuarantine(connection, { extracts: folder, profile, workDir, pseudonymized });
  const quarantine = join(workDir, 'karantan');
  const read = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(quarantine, name), 'utf8'), {
      header: true,
      delimiter: ';',
      skipEmptyLines: true,
    }).data;
  return Object.fromEntries(readdirSync(quarantine).map((name) => [name, read(name)]));
}
