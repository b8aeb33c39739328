/** Step 5: what the published cells mean against payment models, goals and one another. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { runFolder } from './sql.ts';

export const JUDGEMENTS = '5_bedomning';

/**
 * From `publicerat`, the control charts and the profile's models, amounts and goals to the tables of queries/5_bedomning.
 * Only published cells enter, so a hidden cell gives no verdict. Goals that are examples count on synthetic extracts only.
 */
export async function runJudgements(connection: DuckDBConnection, syntetisk: boolean): Promise<void> {
  await connection.run(`set variable syntetisk = ${syntetisk}`);
  await runFolder(connection, JUDGEMENTS);
}
