import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const RETRY_MS = 200;

/**
 * Waits until no other build uses `workDir` and returns the function that lets the next one in. The lock is the
 * operating system's own on an (empty) DuckDB file, so it is gone the moment its process is, however that ended.
 * `waiting` is called once, with the other process' number, if there is anyone to wait for.
 */
export async function lockWorkDir(
  workDir: string,
  waiting: (pid: string) => void = () => {},
): Promise<() => void> {
  const file = join(workDir, 'las.duckdb');
  for (let told = false; ; told = true) {
    try {
      const instance = await DuckDBInstance.create(file);
      return () => instance.closeSync();
    } catch (error) {
      const holder = /Conflicting lock is held.*?PID (\d+)/.exec(String(error));
      if (!holder) throw error;
      if (!told) waiting(holder[1]!);
      await sleep(RETRY_MS);
    }
  }
}
