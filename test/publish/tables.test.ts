import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeArrow } from '../../data-loaders/publish/arrow.ts';
import { ROW_ORDER } from '../../data-loaders/publish/order.ts';
import { writeCsv, writeParquet } from '../../data-loaders/publish/table.ts';

let connection: DuckDBConnection;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function csvOf(select: string): Promise<string> {
  await connection.run(`create or replace table utdata as ${select}`);
  await writeCsv(connection, 'utdata', join(folder, 'utdata.csv'));
  await writeParquet(connection, 'utdata', join(folder, 'utdata.parquet'));
  await writeArrow(connection, 'utdata', join(folder, 'utdata.arrow'));
  return readFileSync(join(folder, 'utdata.csv'), 'utf8');
}

describe('numbers in csv', () => {
  it.each([
    ['0.197183098591', '0.197183'],
    ['2.0', '2'],
    ['100', '100'],
    ['0.0', '0'],
    ['-0.0', '0'],
    ['-1.50', '-1.5'],
    ['1e-7', '0'],
    ['1.5e9', '1500000000'],
    ['0.000001', '0.000001'],
    ['10.0000005', '10.000001'],
    ['null', ''],
  ])('%s is written %s', async (value, text) => {
    expect(await csvOf(`select 'a' as namn, cast(${value} as double) as varde`)).toBe(
      `namn,varde\r\na,${text}\r\n`,
    );
  });

  it('keeps whole numbers and dates as they are', async () => {
    expect(
      await csvOf(`select 15::bigint as antal, date '2023-06-01' as period, 1::tinyint as slutlig`),
    ).toBe('antal,period,slutlig\r\n15,2023-06-01,1\r\n');
  });
});

describe('text in csv (RFC 4180)', () => {
  it.each([
    ['Höör', 'Höör'],
    ['Lund, Burlöv', '"Lund, Burlöv"'],
    ['kallat "Utan kö"', '"kallat ""Utan kö"""'],
    ['två\nrader', '"två\nrader"'],
  ])('%s', async (value, text) => {
    const bytes = await csvOf(`select '${value}' as enhet, 1 as antal`);
    expect(bytes).toBe(`enhet,antal\r\n${text},1\r\n`);
    expect(bytes.charCodeAt(0)).not.toBe(0xfeff);
  });
});

describe('arrow and parquet', () => {
  const select = `select * from (values
    ('kommun', date '2023-06-01', 1.5::double, 3::bigint, 1::tinyint, true),
    ('region', date '2023-07-01', null, null, 0::tinyint, null),
    ('kommun', null, 0.25, 7, 1::tinyint, false)
  ) t(niva, period, varde, antal, slutlig, preliminar)`;

  it('holds the rows of the csv with types set', async () => {
    await csvOf(select);
    const table = tableFromIPC(readFileSync(join(folder, 'utdata.arrow')));
    expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'niva Dictionary<Int32, Utf8>',
      'period Dictionary<Int32, Utf8>',
      'varde Float64',
      'antal Int32',
      'slutlig Int8',
      'preliminar Bool',
    ]);
    expect(table.toArray().map((row) => row?.toJSON())).toEqual([
      { niva: 'kommun', period: '2023-06-01', varde: 1.5, antal: 3, slutlig: 1, preliminar: true },
      { niva: 'region', period: '2023-07-01', varde: null, antal: null, slutlig: 0, preliminar: null },
      { niva: 'kommun', period: null, varde: 0.25, antal: 7, slutlig: 1, preliminar: false },
    ]);
  });

  it('is the same bytes the second time', async () => {
    const bytes = () =>
      ['csv', 'parquet', 'arrow'].map((type) => readFileSync(join(folder, `utdata.${type}`)));
    await csvOf(select);
    const first = bytes();
    await csvOf(select);
    expect(bytes().map((file, index) => file.equals(first[index]!))).toEqual([true, true, true]);
  });

  it('writes a table without rows', async () => {
    expect(await csvOf(`select 'a' as niva, 1.0::double as varde limit 0`)).toBe('niva,varde\r\n');
    expect(tableFromIPC(readFileSync(join(folder, 'utdata.arrow'))).numRows).toBe(0);
  });

  it('refuses a column type it has no Arrow type for', async () => {
    await expect(csvOf(`select 1::hugeint as summa`)).rejects.toThrow(
      'unknown column type for Arrow: summa HUGEINT',
    );
  });
});

it('sorts categories in the order a reader expects', async () => {
  const ordered = [
    '0',
    '2-3',
    '4-6',
    '14-20',
    '21-',
    '2023-06-22',
    '2023-06-23+korttid',
    'storhelg',
    'vardag',
    'senare',
    'kvar',
  ];
  await connection.run(`create or replace table rader as
    select 'region' as niva, '12' as enhet_id, 'ar' as periodtyp, date '2023-01-01' as period, 'alla' as grupp,
      unnest(${JSON.stringify([...ordered].sort().reverse()).replaceAll('"', "'")}) as kategori`);
  const rows = await (await connection.run(`select kategori from rader order by ${ROW_ORDER}`)).getRowsJS();
  expect(rows.flat()).toEqual(ordered);
});
