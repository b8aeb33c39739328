import { join } from 'node:path';
import { SLAG } from '../../data-loaders/extracts/kinds.ts';
import { type Loaded, loadExtracts } from '../../data-loaders/extracts/load.ts';
import { type Profile, readProfile } from '../../data-loaders/profile/read.ts';
import { loadProfileTables } from '../../data-loaders/profile/tables.ts';
import { withWarehouse } from '../../data-loaders/warehouse.ts';
import { csv, type Files, folderWith } from '../load/helpers.ts';
import { temporaryFolder } from './helpers.ts';

export const HEAD = 'vardtillfalle_id;patient_id;kommun;vardgivare;klinik;inskrivning;utskrivning';
export const stays = (letter: string, klinik: string) =>
  csv(
    HEAD,
    `${letter}1;P1;Lund;SUS;${klinik};2024-01-01 10:00;2024-01-05`,
    `${letter}2;P2;Malmö;SUS;${klinik};2024-01-02;1900-01-01`,
    `${letter}3;P3;Lund;SUS;;2024-01-09;2024-01-08`,
    'kort;rad',
  );
export const NOTICES = csv(
  'vardtillfalle_id;kommun;utskrivningsklar;orsak',
  'A1;Lund;2024-01-04;rehab',
  'B1;Lund;2024-01-03;',
);
export const FILES: Files = {
  'utskrivningar-a.csv': stays('A', 'Medicin'),
  'utskrivningar-b.csv': stays('B', 'Kirurgi'),
  'utskrivningsklar.csv': NOTICES,
};
export const NAMES = Object.keys(FILES);

type Outcome = Pick<Loaded, 'read'> & { rows: unknown };
type Run = { profile?: Profile; nyckel?: Buffer };

/** One reading of a folder with a warehouse in `workDir`, with what there is of it before; the tables that are made. */
export async function run(
  workDir: string,
  files: Files,
  { profile = readProfile('skane'), nyckel }: Run = {},
): Promise<Outcome> {
  const extracts = folderWith(files);
  return await withWarehouse(workDir, async (connection) => {
    await loadProfileTables(connection, profile);
    const former = join(workDir, 'warehouse.duckdb');
    const { read } = await loadExtracts(connection, extracts, profile, { nyckel, former, tempDir: workDir });
    const views = SLAG.map((slag) => `raw.${slag}`);
    const tables = ['fil', 'kolumn', 'kolumn_tomma', 'ord', 'felaktig_rad', 'fil_anmarkning'].map(
      (table) => `raw.${table}`,
    );
    const rows: unknown[] = [];
    for (const table of [...views, ...tables]) {
      const found = await connection.runAndReadAll(`select columns(*)::varchar from ${table} order by all`);
      rows.push([table, ...found.getRowsJson()]);
    }
    return { read, rows };
  });
}

/** The same as a first build makes of the files. */
export const afresh = async (files: Files, options: Run = {}) =>
  (await run(temporaryFolder(), files, options)).rows;
