import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * File number → how the file had to be read, in the order of reading: plain Swedish facts such as "kodning Windows-1252".
 * Reading enters them in `raw.lasning(fil_nr, nr, text)`.
 */
export async function readReadingFacts(connection: DuckDBConnection): Promise<Map<number, string[]>> {
  await connection.run('create table if not exists raw.lasning (fil_nr integer, nr integer, text varchar)');
  const found = await connection.run(
    'select fil_nr, list(text order by nr) as texter from raw.lasning group by fil_nr',
  );
  const rows = (await found.getRowObjectsJS()) as { fil_nr: number; texter: string[] }[];
  return new Map(rows.map(({ fil_nr, texter }) => [fil_nr, texter]));
}
