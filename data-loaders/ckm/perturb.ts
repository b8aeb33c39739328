/** Step 4 with `metod: ckm`: nothing is hidden, every count and sum is perturbed by its cell key. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { readFolder, runFolder } from '../sql.ts';
import { KEYS } from './keys.ts';

const FOLDER = '4_rojandekontroll/ckm';

/** The files that every figure goes through besides its own. */
export const CKM_FILES = [KEYS, FOLDER, `${FOLDER}/verkan`].flatMap((folder) =>
  readFolder(folder).map(({ name }) => `${folder}/${name}.sql`),
);

/**
 * From `rojande_cell`, `rojande_block`, `kvadratsumma` and `nyckelvarde` to the same `rojande_cell` and `kvadratsumma` with
 * perturbed numbers, and `synlig_variabel`: all. Throws an Error where the indicators disagree on a count or its cell key.
 */
export async function perturb(connection: DuckDBConnection): Promise<void> {
  await runFolder(connection, FOLDER, undefined, 'temp table');
  await assertNone(
    connection,
    'counts or cell keys without one agreed value',
    'select namn, block from ckm_tal where not samma',
  );
  await assertNone(
    connection,
    'numbers left without noise',
    `select c.indikator, rad from ckm_rojande_cell as ny join rojande_cell as c using (rad)
     where (ny.taljare is null and c.taljare is not null) or (ny.namnare is null and c.namnare is not null)
       or (ny.antal is null and c.antal is not null) or (ny.varde is null and c.varde is not null)`,
  );
  await connection.run(`
    create or replace temp table rojande_cell as from ckm_rojande_cell;
    create or replace temp table kvadratsumma as from ckm_kvadratsumma;
    create or replace table synlig_variabel as select block, nyckel from rojande_variabel;
  `);
  for (const table of TRUTH) await connection.run(`drop table ${table}`);
}

/** From `publicerat` to `brus_cell` and `brus_niva`, what the noise does to each figure, and to `publicerat` with intervals that count it in. */
export async function measureNoise(connection: DuckDBConnection): Promise<void> {
  await runFolder(connection, `${FOLDER}/verkan`, undefined, 'temp table');
  await connection.run(`
    create or replace table publicerat as from intervall_med_brus;
    drop table intervall_med_brus;
  `);
}

/** What holds true numbers or cell keys, dropped when they have been used. */
const TRUTH = [
  'ckm_cell',
  'ckm_tal',
  'ckm_antal',
  'ckm_antal_ett',
  'ckm_antal_tva',
  'ckm_antal_klart',
  'ckm_summa',
  'ckm_publicerat',
  'ckm_kvantil',
  'ckm_rojande_cell',
  'ckm_kvadratsumma',
  'ckm_del',
];

async function assertNone(connection: DuckDBConnection, message: string, sql: string): Promise<void> {
  const rows = (await connection.runAndReadAll(`${sql} order by all limit 5`)).getRowsJson();
  if (rows.length > 0) throw new Error(`${message}: ${rows.map((row) => row.join(' ')).join('; ')}`);
}
