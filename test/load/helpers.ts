import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import { loadExtracts } from '../../data-loaders/extracts/load.ts';
import { type Profile, readProfile } from '../../data-loaders/profile/read.ts';
import { loadProfileTables } from '../../data-loaders/profile/tables.ts';
import { buildReport } from '../../data-loaders/report.ts';
import { openDatabase, runFolder } from '../../data-loaders/sql.ts';
import type { Filrapport } from '../../data-loaders/types.ts';

/** A new folder with the given files, gone when the test is done. */
export function folderWith(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'utdrag-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export type Staged = {
  connection: DuckDBConnection;
  folder: string;
  report: Filrapport[];
  unknown: string[];
  profile: Profile;
  /** Rows of a query as text, in order. */
  rows: (sql: string) => Promise<Record<string, unknown>[]>;
};

/** Files → staging and report, closed when the test is done. */
export async function stage(
  files: Record<string, string | Buffer>,
  profile: Profile = readProfile('skane'),
): Promise<Staged> {
  const folder = folderWith(files);
  const { connection, close } = await openDatabase(':memory:');
  onTestFinished(close);
  await loadProfileTables(connection, profile);
  const { unknown } = await loadExtracts(connection, folder, profile);
  await runFolder(connection, '1_staging');
  const report = await buildReport(connection);
  const rows = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
  return { connection, folder, report, unknown, profile, rows };
}

/** The message of the DataError that the work ends in, with the folder's name written `MAPP`. Fails for any other end. */
export async function messageOf(work: () => unknown, folder = ''): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return folder ? error.message.replaceAll(folder, 'MAPP') : error.message;
  }
  throw new Error('no DataError was thrown');
}

/** The message that loading a folder with these files ends in. */
export async function loadMessage(files: Record<string, string | Buffer>): Promise<string> {
  const folder = folderWith(files);
  const { connection, close } = await openDatabase(':memory:');
  onTestFinished(close);
  return await messageOf(() => loadExtracts(connection, folder, readProfile('skane')), folder);
}

/** Lines joined as a CSV file. */
export function csv(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}
