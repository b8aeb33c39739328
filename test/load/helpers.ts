import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { expect, onTestFinished } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import { loadExtracts } from '../../data-loaders/extracts/load.ts';
import { type Profile, readProfile } from '../../data-loaders/profile/read.ts';
import { loadProfileTables } from '../../data-loaders/profile/tables.ts';
import { remarksSql } from '../../data-loaders/report/remarks.ts';
import type { Filrapport } from '../../data-loaders/report/types.ts';
import { buildReport } from '../../data-loaders/report.ts';
import { openDatabase, runFolder } from '../../data-loaders/sql.ts';

/** The files of a folder of extracts, by their path in it. */
export type Files = Record<string, string | Uint8Array>;

/** A new folder with the given files, gone when the test is done. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'utdrag-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
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
  files: Files,
  profile: Profile = readProfile('skane'),
  nyckel?: Buffer,
): Promise<Staged> {
  const folder = folderWith(files);
  const { connection, close } = await openDatabase(':memory:');
  onTestFinished(close);
  await loadProfileTables(connection, profile);
  const { unknown } = await loadExtracts(connection, folder, profile, { nyckel });
  await runFolder(connection, '1_staging');
  const report = await buildReport(connection);
  const ids = await idTexts(connection, files);
  const rows = async (sql: string) =>
    (await connection.runAndReadAll(sql))
      .getRowObjectsJson()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, ids.get(String(value)) ?? value]),
        ),
      );
  return { connection, folder, report, unknown, profile, rows };
}

/** Ids are kept as numbers: number → the text in the files that it stands for. */
async function idTexts(connection: DuckDBConnection, files: Files): Promise<Map<string, string>> {
  const cells = Object.values(files).flatMap((file) => String(file).split(/[;,\t|"\r\n]+/));
  const texts = [...new Set(cells.map((cell) => cell.trim()))].filter((text) => text.length < 40);
  const found = await connection.runAndReadAll(
    'select hash(t)::varchar as nummer, t from (select unnest($texts) as t)',
    { texts: listValue(texts) },
    { texts: LIST(VARCHAR) },
  );
  return new Map(found.getRows().map(([number, text]) => [String(number), String(text)]));
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
export async function loadMessage(files: Files): Promise<string> {
  const folder = folderWith(files);
  const { connection, close } = await openDatabase(':memory:');
  onTestFinished(close);
  return await messageOf(() => loadExtracts(connection, folder, readProfile('skane')), folder);
}

/** Lines joined as a CSV file. */
export function csv(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

/** Headings of utskrivningar* and utskrivningsklar* in the tests of rows. */
export const HEAD =
  'vardtillfalle_id;patient_id;kommun;kommunkod;vardgivare;vardform;inskrivning;utskrivning;utskriven_till;oplanerad;fodelsear';
export const NOTICES = 'vardtillfalle_id;kommun;utskrivningsklar;atertagen;orsak';

export const NOTHING = { avvisade: {}, strukna_uppgifter: {}, anmarkningar: {} };
/** A faultless row under HEAD. */
export const GOOD = 'V1;P1;Lund;;SUS;somatik;2024-01-01 10:00;2024-01-05 12:00;Ordinärt boende;1;1940';

type Outcome = Record<string, Record<string, number>>;

/** What becomes of rows of utskrivningar.csv, and of rows of utskrivningsklar.csv beside them. */
export async function outcome(stays: string[], notices: string[] = []): Promise<Outcome[]> {
  const files: Record<string, string> = { 'utskrivningar.csv': csv(HEAD, ...stays) };
  if (notices.length > 0) files['utskrivningsklar.csv'] = csv(NOTICES, ...notices);
  const { report } = await stage(files);
  for (const file of report) {
    const refused = Object.values(file.avvisade).reduce((sum, rows) => sum + rows, 0);
    expect(file.anvanda + refused).toBe(file.lasta);
  }
  return report.map(({ avvisade, strukna_uppgifter, anmarkningar }) => ({
    avvisade,
    strukna_uppgifter,
    anmarkningar,
  }));
}

/** Row → what is said about it (`typ kod kolumn`), from one load of them all. */
export async function remarks(
  head: string,
  rows: string[],
  file: string,
  beside: Record<string, string> = {},
) {
  const staged = await stage({ ...beside, [file]: csv(head, ...rows) });
  const found = await staged.rows(`
    select fil, rad::integer as rad, concat_ws(' ', typ, kod, kolumn) as text
    from (${await remarksSql(staged.connection)}) order by rad, text`);
  return rows.map((_, index) =>
    found.filter(({ fil, rad }) => fil === file && rad === index + 2).map(({ text }) => text),
  );
}

/** The profile written in the file `min.yaml`, beside any others. */
export function written(yaml: string, others: Record<string, string> = {}) {
  const folder = folderWith({ 'min.yaml': yaml, ...others });
  return readProfile(join(folder, 'min.yaml'));
}
