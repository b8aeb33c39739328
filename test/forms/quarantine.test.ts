import { describe, expect, test } from 'vitest';
import { csv, stage } from '../load/helpers.ts';
import { parquet, parquetOf, quarantineOf, workbookOf } from './helpers.ts';

const HEAD = ['vardtillfalle_id', 'patient_id', 'kommun', 'vardgivare', 'inskrivning', 'utskrivning', 'Rad'];
const GOOD = ['V2', 'P2', 'Lund', 'SUS', '2024-01-01', '2024-01-05', ''];
const LATE = ['V3', 'P3', 'Lund', 'SUS', '2024-01-09', '2024-01-08', '+46 1'];
const NOWHERE = ['V4', '=P4', 'Ingenstans', 'SUS', '2024-01-09', '2024-01-10', '-1'];
const TABLE = [HEAD, GOOD, LATE, NOWHERE, ['V5', ...GOOD.slice(1)]];
const plain = (rows = TABLE) => csv(...rows.map((row) => row.join(';')));

/** Reason, column, row number and cells of each row. */
const told = (rows: Record<string, string>[] = []) =>
  rows.map((row) => Object.values(row).map((cell) => cell));

const REFUSED = [
  ['utskrivningen är före inskrivningen', 'utskrivning', '3', ...LATE.slice(0, 6), "'+46 1", ''],
  ['kommunen är okänd', 'kommun', '4', 'V4', "'=P4", ...NOWHERE.slice(2, 6), "'-1", ''],
];
const headings = ['skäl', 'kolumn', 'rad', ...HEAD.slice(0, 6), 'Rad_', 'raden som den står'];

describe('a refused row stands in the quarantine with reason, column and number, formulas as texts', () => {
  test('of a plain file', async () => {
    const { 'utskrivningar.csv': rows } = await quarantineOf(await stage({ 'utskrivningar.csv': plain() }));
    expect(Object.keys(rows![0]!)).toEqual(headings);
    expect(told(rows)).toEqual(REFUSED);
  });

  test('of a file that had to be rewritten, between rows that could not be split', async () => {
    const content = `${plain([...TABLE.slice(0, 2), ['=1', 'kort'], ...TABLE.slice(2)])}\nV8;P8;Lund;SUS;2024-01-09;;"två\nrader"\nV9\n`;
    const { 'utskrivningar.csv': rows } = await quarantineOf(await stage({ 'utskrivningar.csv': content }));
    const short = 'raden har fler eller färre fält än rubrikraden';
    const none = Array.from(HEAD, () => '');
    expect(told(rows)).toEqual([
      [short, '', '3', ...none, "'=1;kort"],
      [...REFUSED[0]!.slice(0, 2), '4', ...REFUSED[0]!.slice(3)],
      [...REFUSED[1]!.slice(0, 2), '5', ...REFUSED[1]!.slice(3)],
      [short, '', '9', ...none, 'V9'],
    ]);
  });

  test('of a workbook and of Parquet', async () => {
    const sheet = await stage({ 'utskrivningar.xlsx': await workbookOf(TABLE, '1900') });
    expect(told((await quarantineOf(sheet))['utskrivningar.xlsx.csv'])).toEqual(REFUSED);
    const columns = await stage({ 'utskrivningar/del=1/x.parquet': await parquetOf(TABLE) });
    const { 'utskrivningar_del=1_x.parquet.csv': rows } = await quarantineOf(columns);
    expect(told(rows)).toEqual(REFUSED.map((row) => [...row.slice(0, -1), '1', '']));
    expect(Object.keys(rows![0]!)).toEqual([...headings.slice(0, -1), 'del', 'raden som den står']);
  });

  test('with pseudonyms no patient id is written', async () => {
    const key = Buffer.alloc(32, 'nyckel');
    const rows = [...TABLE, ['V6', '19121212-1212', 'Lund', 'SUS', '2024-01-09', '2024-01-08', '']];
    const files = {
      'utskrivningar.csv': plain([...rows, ['V7', '19121212-1212', 'Lund']]).replace(/^V/gm, 'W'),
      'utskrivningar-2.xlsx': await workbookOf(rows, '1900'),
    };
    const quarantine = await quarantineOf(await stage(files, undefined, key), true);
    expect(JSON.stringify(quarantine)).not.toMatch(/1212|P\d/);
    for (const found of Object.values(quarantine)) {
      expect(found.slice(0, 3).map((row) => [row.rad, row.patient_id])).toEqual([
        ['3', '[dolt]'],
        ['4', '[dolt]'],
        ['6', '[dolt]'],
      ]);
    }
    expect(told(quarantine['utskrivningar.csv']).at(-1)!.at(-1)).toMatch(/^W7;.*;Lund$/);
  });
});

test('files whose names would be one each have a quarantine, and so has one with a long name', async () => {
  const names = [
    'utskrivningar/a/x.parquet',
    'utskrivningar/a_x.parquet',
    'utskrivningar_a_x.parquet',
    `utskrivningar${'å'.repeat(100)}/${'ö'.repeat(100)}.parquet`,
  ];
  const file = await parquetOf(TABLE);
  const other = await parquetOf([HEAD, GOOD, LATE]);
  const staged = await stage(Object.fromEntries(names.map((name, nr) => [name, nr === 0 ? other : file])));
  const quarantine = await quarantineOf(staged);
  expect(Object.values(quarantine)).toHaveLength(4);
  expect(
    Object.values(quarantine)
      .map((rows) => rows.length)
      .sort(),
  ).toEqual([1, 3, 4, 4]);
});

test('a row with quotes, separators, tags and line ends of its own stands as it was', async () => {
  const cells = ['<script>', '"a";b', "';drop table x;--", '\t=1', "'", ' x ', '@a'];
  const rows = [
    HEAD,
    GOOD,
    ...cells.map((cell, nr) => [`V${nr + 3}`, cell, 'Ingen', 'SUS', '2024-01-01', '', '']),
  ];
  const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  const { 'utskrivningar.csv': found } = await quarantineOf(
    await stage({ 'utskrivningar.csv': quoted.join('\r\n') }),
  );
  expect(found!.map(({ patient_id }) => patient_id)).toEqual([
    '<script>',
    '"a";b',
    "';drop table x;--",
    "'\t=1",
    "'",
    ' x ',
    "'@a",
  ]);
});

test('thousands of rows, whole and in order, from every form of file', async () => {
  const rows = Array.from({ length: 5_000 }, (_, nr) => [
    `V${nr + 2}`,
    'P',
    nr % 7 ? 'Ingen' : 'Lund',
    ...GOOD.slice(3),
  ]);
  const broken = rows.flatMap((row, nr) => (nr % 1_000 ? [row] : [row, ['kort']]));
  const refused = rows.filter((row) => row[2] === 'Ingen').map(([id]) => id);
  const files = {
    'utskrivningar.csv': plain([HEAD, ...rows]),
    'utskrivningar.parquet': await parquet(`
      select 'V' || (i + 2) as vardtillfalle_id, if(i % 7 = 0, 'Lund', 'Ingen') as kommun, 'SUS' as vardgivare,
          '2024-01-01' as inskrivning
      from range(5000) as t(i)`),
  };
  for (const [name, content] of Object.entries(files)) {
    const [found] = Object.values(await quarantineOf(await stage({ [name]: content })));
    expect(found!.map(({ vardtillfalle_id }) => vardtillfalle_id)).toEqual(refused);
    expect(found!.map(({ rad }) => `V${rad}`)).toEqual(refused);
  }
  const { 'utskrivningar.csv': found } = await quarantineOf(
    await stage({ 'utskrivningar.csv': plain([HEAD, ...broken]) }),
  );
  expect(found!.filter((row) => row['raden som den står'] === 'kort').map(({ rad }) => rad)).toEqual(
    [3, 1004, 2005, 3006, 4007].map(String),
  );
  const numbers = found!.map(({ rad }) => Number(rad));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(found!.flatMap(({ vardtillfalle_id }) => vardtillfalle_id || [])).toEqual(refused);
});
