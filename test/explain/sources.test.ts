import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { JUDGEMENT_TABLES } from '../../data-loaders/publish/judgements.ts';
import { QUERIES, readRegistry } from '../../data-loaders/registry.ts';
import { readSources } from '../../data-loaders/sources.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';

let database: Database;
let sources: Awaited<ReturnType<typeof readSources>>;
beforeAll(async () => {
  database = await openDatabase(':memory:');
  sources = await readSources(database.connection);
});
afterAll(() => database.close());

it('lead from the rows as read to every indicator and judgement, each file once, its own last', () => {
  const tables = [...readRegistry().map(({ id }) => id), ...Object.values(JUDGEMENT_TABLES)];
  for (const table of tables) {
    const files = sources(table);
    expect(files.at(-1)!.endsWith(`/${table}.sql`), table).toBe(true);
    expect(new Set(files).size, table).toBe(files.length);
    expect(
      files.filter((file) => !existsSync(join(QUERIES, file))),
      table,
    ).toEqual([]);
    expect(
      files.some((file) => file.startsWith('1_staging/s_')),
      table,
    ).toBe(true);
  }
});

it('hold the tables that a query reads through others, and the macros it calls', () => {
  const files = sources('medeldagar_alla');
  for (const file of [
    '1_staging/s_vardtillfalle',
    '2_vardtillfallen/fall',
    '2_vardtillfallen/kub_fall',
    '3_indikatorer/_rutnat',
  ])
    expect(files).toContain(`${file}.sql`);
  expect(files).not.toContain('2_vardtillfallen/vardepisod.sql');
  expect(sources('aterinskrivning_30d')).toContain('2_vardtillfallen/vardepisod.sql');
  expect(sources('nothing_of_ours')).toEqual([]);
});
