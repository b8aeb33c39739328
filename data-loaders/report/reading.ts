import type { DuckDBConnection } from '@duckdb/node-api';

/** File number → how the file had to be read, in the order of reading: plain Swedish facts such as "kodning Windows-1252". */
export async function readReadingFacts(connection: DuckDBConnection): Promise<Map<number, string[]>> {
  const found = await connection.run(
    'select fil_nr, list(text order by rowid) as texter from raw.fil_anmarkning group by fil_nr',
  );
  const rows = (await found.getRowObjectsJS()) as { fil_nr: number; texter: string[] }[];
  return new Map(rows.map(({ fil_nr, texter }) => [fil_nr, texter]));
}
