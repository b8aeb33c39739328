import type { DuckDBConnection } from '@duckdb/node-api';
import { runIndicators, runStays } from '../../data-loaders/counting.ts';

/** From staged rows to `indikatorvarde` and the tables beside it. */
export async function runCounting(connection: DuckDBConnection): Promise<void> {
  await runStays(connection);
  await runIndicators(connection);
}
