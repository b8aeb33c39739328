import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, readFolder } from '../../data-loaders/sql.ts';

type Row = Record<'slag' | 'x' | 'n' | 'p' | 'spridning' | 'z' | 'nedre' | 'ovre', string>;

/** Computed once in R; the script beside the file says how. */
const FIXTURES = Papa.parse<Row>(
  readFileSync(join(import.meta.dirname, '../fixtures/statistik/statistik.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;
const of = (slag: string) => FIXTURES.filter((row) => row.slag === slag);

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
  for (const folder of ['4_rojandekontroll', '5_bedomning'])
    for (const { name, sql } of readFolder(folder))
      if (name.startsWith('_')) await database.connection.run(sql);
});
afterAll(() => database.close());

async function limits(expression: string): Promise<{ nedre: number; ovre: number }> {
  const reader = await database.connection.runAndReadAll(`select unnest(${expression})`);
  return reader.getRowObjectsJS()[0] as { nedre: number; ovre: number };
}

describe('against R', () => {
  // R's z is 1.959964 and 3.090232, ours 1.96 and 3.09: two parts in ten thousand.
  it.each(of('wilson').map((row) => [`${row.x} of ${row.n}`, row] as const))(
    "Wilson's interval of %s",
    async (_, { x, n, nedre, ovre }) => {
      const found = await limits(`wilson(${x}::double, ${n}::double)`);
      expect(found.nedre).toBeCloseTo(Number(nedre), 2);
      expect(found.ovre).toBeCloseTo(Number(ovre), 2);
    },
  );

  it.each(of('tratt_andel').map((row) => [`${row.p} % of ${row.n}, z ${row.z}`, row] as const))(
    'funnel of a share: %s',
    async (_, { p, n, z, nedre, ovre }) => {
      const found = await limits(`tratt_granser('procent', ${p}::double, null, ${n}, ${z}::double)`);
      expect(found.nedre).toBeCloseTo(Number(nedre), 2);
      expect(found.ovre).toBeCloseTo(Number(ovre), 2);
    },
  );

  it('funnel of a share from 100 cases: within a case and a half of the exact binomial', async () => {
    for (const { p, n, z, nedre, ovre } of of('tratt_binom').filter((row) => Number(row.n) >= 100)) {
      const found = await limits(`tratt_granser('procent', ${p}::double, null, ${n}, ${z}::double)`);
      expect(Math.abs(found.nedre - Number(nedre)) * Number(n)).toBeLessThan(150);
      expect(Math.abs(found.ovre - Number(ovre)) * Number(n)).toBeLessThan(150);
    }
  });

  it.each(of('tratt_medel').map((row) => [`n ${row.n}, z ${row.z}`, row] as const))(
    'funnel of a mean: %s',
    async (_, { p, n, spridning, z, nedre, ovre }) => {
      const found = await limits(
        `tratt_granser('dagar', ${p}::double, ${spridning}::double, ${n}, ${z}::double)`,
      );
      expect(found.nedre).toBeCloseTo(Number(nedre), 3);
      expect(found.ovre).toBeCloseTo(Number(ovre), 3);
    },
  );

  it('control chart of individuals: 2.66 is 3 / 1.128', async () => {
    const [{ x, p, spridning, nedre, ovre }] = of('xmr') as [Row];
    const values = x.split(';').map((value, month) => `('a', ${month}, ${value}::double)`);
    const charts = readFolder('4_rojandekontroll').find(({ name }) => name === 'styrdiagram_manad')!.sql;
    await database.connection.run(`
      create or replace table styrdiagram_visad as
      select 'i' as indikator, 'kommun' as niva, id as enhet_id, 'alla' as grupp,
        cast(date '2024-01-01' + to_months(m) as date) as period, varde, 'dagar' as matt, 'lagre' as riktning
      from (values ${values.join(', ')}) as v (id, m, varde);`);
    const reader = await database.connection.runAndReadAll(
      `select medel, rorlig_vidd, nedre_grans, ovre_grans from (${charts.replace(
        /select\n {4}indikator, niva, enhet_id, grupp, period, varde, medel/,
        'select rorlig_vidd, indikator, niva, enhet_id, grupp, period, varde, medel',
      )}) limit 1`,
    );
    const found = reader.getRowObjectsJS()[0] as Record<string, number>;
    expect(found.medel).toBeCloseTo(Number(p), 9);
    expect(found.rorlig_vidd).toBeCloseTo(Number(spridning), 9);
    expect(found.nedre_grans).toBeCloseTo(Number(nedre), 3);
    expect(found.ovre_grans).toBeCloseTo(Number(ovre), 3);
  });
});
