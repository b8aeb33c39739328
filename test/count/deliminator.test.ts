import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { openDatabase } from '../../data-loaders/sql.ts';

// Two stays of one patient that overlap: A 1–5 and B 5–8.
const STAYS = "(values ('A', 'p', 1, 5), ('B', 'p', 5, 8)) as s (id, patient, start, slut)";
const OVERLAPPING = `
  with s as (from ${STAYS})
  select count(*)::integer from s as a
  where exists (
      select 1 from s as b
      where b.patient = a.patient and b.id <> a.id and b.start <= a.slut and a.start <= b.slut
  )`;

const SETTING = "select value from duckdb_settings() where name = 'disabled_optimizers'";

it('our databases answer a correlated exists with an inequality rightly: the deliminator is off', async () => {
  const { connection, close } = await openDatabase(':memory:');
  expect((await connection.runAndReadAll(SETTING)).getRows()).toEqual([['deliminator']]);
  expect((await connection.runAndReadAll(OVERLAPPING)).getRows()).toEqual([[2]]);
  close();
});

it('with DuckDB’s defaults the same query is wrong; when this fails the fault is mended and the setting can go', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  expect((await connection.runAndReadAll(OVERLAPPING)).getRows()).toEqual([[0]]);
  connection.closeSync();
  instance.closeSync();
});
