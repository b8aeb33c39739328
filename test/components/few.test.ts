import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { QUERIES } from '../../data-loaders/registry.ts';
import { FEW, quantileFloors } from '../../src/components/index.ts';

let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(() => instance.closeSync());

/** What the queries' macros give. */
async function asked(sql: string): Promise<unknown[]> {
  const connection = await instance.connect();
  await connection.run(readFileSync(join(QUERIES, '4_rojandekontroll/_makron.sql'), 'utf8'));
  const rows = await connection.runAndReadAll(sql);
  return rows.getRows().flat().map(Number);
}

it('pages call few what the queries do', async () => {
  expect(await asked('select fa_fall_grans()')).toEqual([FEW]);
});

it.each([1, 2, 5, 7])(
  'pages say how many cases a quantile needs as the queries do, threshold %i',
  async (k) => {
    const { median, p90 } = quantileFloors(k);
    const sql = `set variable troskel = ${k}; select kvantil_golv('vantedagar_median'), kvantil_golv('vantedagar_p90')`;
    expect(await asked(sql)).toEqual([median, p90]);
  },
);
