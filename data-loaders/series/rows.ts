/** The rows of the former publication as step 4 reads them. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../extracts/sql-text.ts';

/** Columns of a published row and their types, the unit's name left out. */
export const COLUMNS = {
  indikator: 'varchar',
  niva: 'varchar',
  enhet_id: 'varchar',
  periodtyp: 'varchar',
  period: 'date',
  grupp: 'varchar',
  kategori: 'varchar',
  taljare: 'double',
  namnare: 'double',
  antal: 'bigint',
  varde: 'double',
  nedre: 'double',
  ovre: 'double',
  status: 'varchar',
  slutlig: 'utinyint',
};

const columns = Object.entries(COLUMNS);

/** An empty `forra_rad`, unless there is one: outside a series nothing binds. */
export async function withoutPrevious(connection: DuckDBConnection): Promise<void> {
  const list = columns.map(([name, type]) => `${name} ${type}`).join(', ');
  await connection.run(`create temp table if not exists forra_rad (${list})`);
}

/** `forra_rad` of these data files (Parquet or CSV), none in the first publication; from now on step 4 builds a series. */
export async function loadPrevious(
  connection: DuckDBConnection,
  filer: string[],
  revision: boolean,
): Promise<void> {
  await connection.run(`set variable serie = true; set variable revision = ${revision}`);
  await withoutPrevious(connection);
  await connection.run('delete from forra_rad');
  const select = columns.map(([name, type]) => `cast(${name} as ${type}) as ${name}`).join(', ');
  for (const file of filer) {
    const csv = file.endsWith('.csv');
    const read = csv
      ? `read_csv(${literal(file)}, header = true, all_varchar = true, nullstr = '')`
      : `read_parquet(${literal(file)})`;
    await connection.run(`insert into forra_rad select ${select} from ${read}`);
  }
}
