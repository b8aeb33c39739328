import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../data-loaders/sql.ts';
import { temporaryFolder } from './helpers.ts';
import { afresh, FILES, NAMES, run } from './warehouse.ts';

const version = vi.hoisted(() => ({ now: 'a' }));
vi.mock('../../data-loaders/unchanged/code.ts', async (original) => ({
  ...(await original<object>()),
  codeDigest: () => version.now,
}));
beforeEach(() => {
  version.now = 'a';
});

describe('a former warehouse that is no use: everything is read', () => {
  test('of another version of the program', async () => {
    const workDir = temporaryFolder();
    await run(workDir, FILES);
    version.now = 'b';
    expect(await run(workDir, FILES)).toEqual({ read: NAMES, rows: await afresh(FILES) });
    expect(await run(workDir, FILES)).toMatchObject({ read: [] });
  });

  test.each<[string, (file: string) => void | Promise<void>]>([
    ['no database', (file) => writeFileSync(file, 'inte en databas'.repeat(1000))],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
    [
      'a database of something else',
      async (file) => {
        rmSync(file);
        const { connection, close } = await openDatabase(file);
        await connection.run('create schema raw; create table raw.fil (nyckel varchar)');
        close();
      },
    ],
  ])('%s', async (_, damage) => {
    const workDir = temporaryFolder();
    await run(workDir, FILES);
    await damage(join(workDir, 'warehouse.duckdb'));
    expect(await run(workDir, FILES)).toEqual({ read: NAMES, rows: await afresh(FILES) });
  });

  test('damaged anywhere inside', async () => {
    const workDir = temporaryFolder();
    const whole = await run(workDir, FILES);
    const file = join(workDir, 'warehouse.duckdb');
    const bytes = readFileSync(file);
    for (let at = 4096; at < bytes.length; at += 1 << 19) {
      const damaged = Buffer.from(bytes);
      damaged.fill(0x5a, at + 64, at + 5_000);
      writeFileSync(file, damaged);
      const { read, rows } = await run(workDir, FILES);
      expect([[], NAMES]).toContainEqual(read);
      expect([at, rows]).toEqual([at, whole.rows]);
    }
  });
});
