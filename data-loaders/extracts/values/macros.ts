import type { DuckDBConnection } from '@duckdb/node-api';
import { readFolder } from '../../sql.ts';

const FILES = ['_makron', '_tider', '_tider_ordning'];

/**
 * Creates the macros that read values (`falttext`, `las_datum`, `las_tid_form` …), for a reading that comes before the
 * staging folder, which runs the same files.
 */
export async function createValueMacros(connection: DuckDBConnection): Promise<void> {
  const files = readFolder('1_staging');
  for (const name of FILES) await connection.run(files.find((file) => file.name === name)!.sql);
}
