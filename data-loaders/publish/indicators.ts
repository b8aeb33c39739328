import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Katalog } from '../catalogue-types.ts';
import { literal } from '../extracts/sql-text.ts';
import type { PubliceradRad } from '../types.ts';
import { aboutFile } from './about.ts';
import { ROW_ORDER } from './order.ts';
import { writeFormats } from './table.ts';

/** The contract's columns, in order, and how each is taken from `publicerat`. */
const COLUMNS: Record<keyof PubliceradRad, string> = {
  indikator: 'indikator',
  niva: 'niva',
  enhet_id: 'enhet_id',
  enhet: 'enhet',
  periodtyp: 'periodtyp',
  period: 'cast(period as date) as period',
  grupp: 'grupp',
  kategori: 'kategori',
  taljare: 'taljare',
  namnare: 'namnare',
  antal: 'cast(antal as bigint) as antal',
  varde: 'varde',
  nedre: 'nedre',
  ovre: 'ovre',
  status: 'status',
  slutlig: 'cast(slutlig as tinyint) as slutlig',
};

/** Those, as SQL over `publicerat`. */
export const PUBLISHED_COLUMNS = Object.values(COLUMNS).join(', ');

/** Writes every indicator's files to `dataDir` from `publicerat`. */
export async function writeIndicators(
  connection: DuckDBConnection,
  dataDir: string,
  catalogue: Katalog,
): Promise<void> {
  for (const { id } of catalogue.indikatorer) {
    await connection.run(`create or replace temp table utdata as
      select ${PUBLISHED_COLUMNS} from publicerat where indikator = ${literal(id)} order by ${ROW_ORDER}`);
    await writeFormats(connection, 'utdata', join(dataDir, id), aboutFile(catalogue, id));
  }
  await connection.run('drop table if exists utdata');
}

/** Writes the files of `jamforelse`: figures already public elsewhere, outside disclosure control. */
export async function writeComparison(
  connection: DuckDBConnection,
  dataDir: string,
  catalogue: Katalog,
): Promise<void> {
  await connection.run(`create or replace temp table utdata as
    select indikator, niva, enhet, periodtyp, cast(period as date) as period, varde,
      cast(antal as bigint) as antal, kalla, status
    from s_jamforelse order by indikator, niva, enhet, periodtyp, period, kalla`);
  await writeFormats(connection, 'utdata', join(dataDir, 'jamforelse'), aboutFile(catalogue, 'jamforelse'));
  await connection.run('drop table utdata');
}
