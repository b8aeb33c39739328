import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * One select over all `granskning_*` tables there are (staging and counting each have theirs), with the columns
 * slag, fil, rad, typ, kod, kolumn.
 */
export async function remarksSql(connection: DuckDBConnection): Promise<string> {
  const found = await connection.runAndReadAll(`
    select table_name from information_schema.tables
    where table_schema = 'main' and starts_with(table_name, 'granskning_')
    order by table_name`);
  const tables = found.getRowObjects().map((row) => String(row.table_name));
  return tables.map((table) => `select slag, fil, rad, typ, kod, kolumn from ${table}`).join(' union all ');
}
