import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RANG } from '../../data-loaders/rojande/description.ts';
import { runDisclosure } from '../../data-loaders/rojande/run.ts';
import { type Database, openDatabase } from '../../data-loaders/sql.ts';
import { REGISTRY } from './registry.ts';
import { randomWorld, stageWorld } from './world.ts';

/** What is read most is not lost for the sake of what is read less. */
let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

const rankOf = (table: Record<string, number>, column: string) =>
  `case ${column} ${Object.entries(table)
    .map(([name, rank]) => `when '${name}' then ${rank}`)
    .join(' ')} end`;
const RANK = [
  rankOf(RANG.niva, 'niva'),
  rankOf(RANG.periodtyp, 'periodtyp'),
  rankOf(RANG.grupp, 'grupp'),
  // Weekdays are distributions over the cases: one rank on, the matrix two. All stays are read after the cases.
  `case when indikator in ('veckodag_matris') then 2 when kategori <> 'alla' then 1 else 0 end`,
  `case when indikator = 'veckodag_utskrivning_alla' then 1 else 0 end`,
].join(' + ');

/** Addresses of the hidden cells up to this rank. */
async function hidden(connection: DuckDBConnection, rank: number): Promise<string[]> {
  await runDisclosure(connection, REGISTRY);
  const reader = await connection.runAndReadAll(
    `select concat_ws('|', indikator, niva, enhet_id, periodtyp, period, grupp, kategori) from publicerat
     where status = 'skyddad' and ${RANK} <= ${rank} order by all`,
  );
  return reader.getRowsJS().map(([address]) => String(address));
}

it.each([4, 12, 28])(
  'in world %i next to nothing is hidden for the sake of what comes after it',
  async (seed) => {
    const { connection } = database;
    await stageWorld(connection, randomWorld(seed));
    for (const rank of [2, 4]) {
      await connection.run('create or replace table alla_varden as from indikatorvarde');
      const withFiner = await hidden(connection, rank);
      await connection.run(
        `create or replace table indikatorvarde as from alla_varden where ${RANK} <= ${rank}`,
      );
      const alone = await hidden(connection, rank);
      await connection.run('create or replace table indikatorvarde as from alla_varden');
      if (rank === 4) expect(alone.length).toBeGreaterThan(0);
      // A count that coarser figures and known zeros give away leaves no choice but a coarser cell: single ones.
      const lost = withFiner.filter((address) => !alone.includes(address));
      expect(lost.length).toBeLessThanOrEqual(5);
    }
  },
);
