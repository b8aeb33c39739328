import type { DuckDBConnection } from '@duckdb/node-api';
import { type Query, readFolder, runFolder } from '../sql.ts';

/** Folder of the checks and of the catalogue. */
export const CHECKS = '6_katalog';

/**
 * The checks of whether the extracts are whole. They see every row and are for the one who runs the program; the other
 * files of the folder, `katalog_*`, hold what may be published and need step 4.
 */
export function readChecks(): Query[] {
  return readFolder(CHECKS).filter(({ name }) => !name.startsWith('katalog_'));
}

/** Runs the checks, after the stays are made. */
export async function runChecks(connection: DuckDBConnection): Promise<void> {
  await runFolder(connection, CHECKS, readChecks());
}
