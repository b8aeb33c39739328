import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { QUERIES } from '../../registry.ts';

/** Makes the macros about ids (`_personnummer.sql`, `_pseudonym.sql`): files are read before staging runs its own. */
export async function createIdentityMacros(connection: DuckDBConnection): Promise<void> {
  for (const file of ['_personnummer.sql', '_pseudonym.sql'])
    await connection.run(readFileSync(join(QUERIES, '1_staging', file), 'utf8'));
}
