import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { onInterrupt } from './interrupt.ts';
import { openDatabase } from './sql.ts';

/** The database in the work dir. */
export const WAREHOUSE = 'warehouse.duckdb';
/** What a run makes for itself in the work dir: the new database, extracts rewritten on the way, a quarantine or a case list being written. */
const UNFINISHED = [`${WAREHOUSE}.ny-`, 'utdrag-', 'karantan-', 'fallista-'];

type Use<T> = (connection: DuckDBConnection, connect: () => Promise<DuckDBConnection>) => Promise<T>;

/**
 * Runs `use` on a new database file in `workDir`, readable by the owner only: it holds single stays. The file takes the
 * former one's place when `use` is done, unless `keep` is false, and is removed if it fails. Whoever calls holds the
 * lock of `workDir`.
 */
export async function withWarehouse<T>(workDir: string, use: Use<T>, keep = true): Promise<T> {
  mkdirSync(workDir, { recursive: true });
  chmodSync(workDir, 0o700);
  const removeUnfinished = () => {
    for (const file of readdirSync(workDir))
      if (UNFINISHED.some((start) => file.startsWith(start)))
        rmSync(join(workDir, file), { recursive: true, force: true });
  };
  removeUnfinished();
  const file = join(workDir, `${WAREHOUSE}.ny-${process.pid}`);
  const forget = onInterrupt(removeUnfinished);
  try {
    const result = await inDatabase(file, use);
    if (keep) renameSync(file, join(workDir, WAREHOUSE));
    return result;
  } finally {
    forget();
    removeUnfinished();
  }
}

async function inDatabase<T>(file: string, use: Use<T>): Promise<T> {
  const { connection, connect, close } = await openDatabase(file, `${file}.tmp`);
  try {
    chmodSync(file, 0o600);
    return await use(connection, connect);
  } finally {
    close();
  }
}
