/** Between DuckDB and the solver: the counts in, the permitted counts out. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Block, Cells, Medlemskap } from './cells.ts';

async function columns(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getColumnsJS();
}

async function rows<T>(connection: DuckDBConnection, sql: string): Promise<T[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS() as T[];
}

/**
 * Counts from `rojande_variabel`, whose blocks are numbered as `rojande_block` says. Throws when two indicators give
 * one count different values, or none gives it one: the counting is wrong.
 */
export async function readCells(connection: DuckDBConnection): Promise<Cells> {
  const wrong = await rows<Record<string, unknown>>(
    connection,
    `select rojande_block.*, nyckel from rojande_variabel join rojande_block using (block)
     where not giltig order by block, nyckel limit 5`,
  );
  if (wrong.length > 0) {
    const list = wrong.map((row) => Object.values(row).slice(1).join(' ')).join('; ');
    throw new Error(`counts without one agreed value: ${list}`);
  }
  const blocks = await rows<Block>(
    connection,
    `select * exclude (block) replace (period::varchar as period, start::varchar as start, slut::varchar as slut, medlem_slut::varchar as medlem_slut)
     from rojande_block order by block`,
  );
  const names = await columns(connection, 'select distinct nyckel from rojande_variabel order by nyckel');
  const [block = [], key = [], value = [], bunden = []] = await columns(
    connection,
    `select block, nyckelnummer, varde, coalesce(bunden, 0) from rojande_variabel join (
       select nyckel, cast(row_number() over (order by nyckel) - 1 as integer) as nyckelnummer
       from (select distinct nyckel from rojande_variabel)
     ) using (nyckel) left join rojande_bunden using (block, nyckel) order by block, nyckelnummer`,
  );
  const medlemskap = await rows<Medlemskap>(
    connection,
    `select delregion, kommun, coalesce(fran::varchar, '0001-01-01') as fran, till::varchar as till from profil_delregion_kommun
     order by all`,
  );
  return {
    blocks,
    keys: (names[0] ?? []) as string[],
    block: Int32Array.from(block as number[]),
    key: Int32Array.from(key as number[]),
    value: Int32Array.from(value as number[]),
    ...((bunden as number[]).some((b) => b > 0) && { bunden: Uint8Array.from(bunden as number[]) }),
    medlemskap,
  };
}

/** Writes `synlig_variabel(block, nyckel)`: one row per count that may be shown. */
export async function writeVisible(
  connection: DuckDBConnection,
  cells: Cells,
  visible: Uint8Array,
): Promise<void> {
  await connection.run(`
    create or replace temp table nyckelnummer as
    select nyckel, cast(row_number() over (order by nyckel) - 1 as integer) as nummer
    from (select distinct nyckel from rojande_variabel);
    create or replace temp table synligt_nummer (block integer, nummer integer);
  `);
  const appender = await connection.createAppender('synligt_nummer');
  for (let i = 0; i < visible.length; i++) {
    if (visible[i] !== 1) continue;
    appender.appendInteger(cells.block[i]!);
    appender.appendInteger(cells.key[i]!);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`
    create or replace table synlig_variabel as
    select block, nyckel from synligt_nummer join nyckelnummer using (nummer);
    drop table synligt_nummer;
    drop table nyckelnummer;
  `);
}
