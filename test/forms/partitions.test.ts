import { describe, expect, test } from 'vitest';
import { csv, loadMessage, stage } from '../load/helpers.ts';
import { parquet, parquetOf } from './helpers.ts';
import { HEAD, TABLE } from './table.ts';

describe('partitioned Parquet', () => {
  const column = HEAD.indexOf('Kommun');
  const without = (rows: string[][]) =>
    parquetOf([HEAD, ...rows].map((row) => row.filter((_, index) => index !== column)));
  const of = (...names: string[]) => TABLE.slice(1).filter((row) => names.includes(row[column]!));

  test('a folder key that is a known column is that column, one that is not is unknown', async () => {
    const { rows, report } = await stage({
      'utskrivningar/ar=2024/kommun=1281/del-1.parquet': await without(of('Lund', '1281')),
      'utskrivningar/ar=2024/kommun=Malm%C3%B6/del-1.parquet': await without(of('Malmö')),
      'utskrivningar/ar=2024/kommun=__HIVE_DEFAULT_PARTITION__/del-1.parquet': await without(of('Höör')),
    });
    expect(
      await rows(`select fil::varchar as fil, rad, kommun::varchar as kommun, klinik::varchar as klinik,
        vardtillfalle_id = hash('Å2') as tva from s_vardtillfalle order by all`),
    ).toEqual([
      {
        fil: 'utskrivningar/ar=2024/kommun=1281/del-1.parquet',
        rad: 2,
        kommun: '1281',
        klinik: 'Medicin Å',
        tva: true,
      },
      {
        fil: 'utskrivningar/ar=2024/kommun=1281/del-1.parquet',
        rad: 4,
        kommun: '1281',
        klinik: null,
        tva: false,
      },
      {
        fil: 'utskrivningar/ar=2024/kommun=Malm%C3%B6/del-1.parquet',
        rad: 2,
        kommun: '1280',
        klinik: 'Kir; "B", C',
        tva: false,
      },
    ]);
    expect(report.map(({ lasta, anvanda, avvisade }) => ({ lasta, anvanda, avvisade }))).toEqual([
      { lasta: 3, anvanda: 2, avvisade: { utskrivning_fore_inskrivning: 1 } },
      { lasta: 1, anvanda: 1, avvisade: {} },
      { lasta: 1, anvanda: 0, avvisade: { kommun_saknas: 1 } },
    ]);
    expect(report[0]!.okanda_kolumner).toEqual(['Fri text', 'ar']);
  });

  test('tables of other formats are parts as well', async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const line = (row: string[]) =>
      row
        .filter((_, index) => index !== column)
        .map(quoted)
        .join(';');
    const { rows, report } = await stage({
      'utskrivningar/kommun=1281/del-1.parquet': await without(of('Lund')),
      'utskrivningar/kommun=1280/maj.csv': csv(...[HEAD, ...of('Malmö')].map(line)),
    });
    expect(report.map(({ lasta, anvanda }) => [lasta, anvanda])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(await rows('select kommun::varchar as kommun from s_vardtillfalle order by all')).toEqual([
      { kommun: '1280' },
      { kommun: '1281' },
    ]);
  });

  test('an empty part is read as no rows; a folder of nothing but empty parts stops', async () => {
    const files = {
      'utskrivningar/ar=2023/del-1.parquet': await parquetOf(TABLE.slice(0, 1)),
      'utskrivningar/ar=2024/del-1.parquet': await parquetOf(TABLE.slice(0, 2)),
    };
    const { rows, report } = await stage(files);
    expect(await rows('select kommun::varchar as kommun from s_vardtillfalle')).toEqual([{ kommun: '1281' }]);
    expect(report.map(({ lasta, anvanda }) => [lasta, anvanda])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const empty = { 'utskrivningar/ar=2023/del-1.parquet': files['utskrivningar/ar=2023/del-1.parquet'] };
    expect(await loadMessage(empty)).toContain('Mappen utskrivningar har bara en rubrikrad och inga rader.');
  });

  test('of a key that the file has as a column, the column counts', async () => {
    const { rows, report } = await stage({
      'utskrivningar/ar=2024/KOMMUN=1280/x.parquet': await parquetOf(TABLE.slice(0, 2)),
    });
    expect(await rows('select kommun::varchar as kommun from s_vardtillfalle')).toEqual([{ kommun: '1281' }]);
    expect(report[0]!.okanda_kolumner).toEqual(['Fri text', 'ar']);
  });

  test('a date as key, and a personnummer as key, which is not told', async () => {
    const file = await parquetOf(TABLE.slice(0, 2).map((row) => row.toSpliced(6, 1)));
    const { rows } = await stage({ 'utskrivningar/Utskrivning=2024-01-09/x.parquet': file });
    expect(await rows('select ut_datum from s_vardtillfalle')).toEqual([{ ut_datum: '2024-01-09' }]);
    expect(await loadMessage({ 'utskrivningar/lopnr=19121212%2D1212/x.parquet': file })).toMatch(
      /^Filnamnet utskrivningar\/lopnr=[^\d]*\/x\.parquet innehåller ett personnummer/,
    );
  });
});

test('times of a Parquet column that are all midnight are dates; one clock makes them all clocks', async () => {
  const of = (second: string) =>
    parquet(`from (values
      ('A', 'Lund', 'SUS', timestamp '2024-01-02 00:00', timestamp '2024-01-04 00:00'),
      ('B', 'Lund', 'SUS', timestamp '2024-01-03 00:00', timestamp '${second}')
    ) as t (vardtillfalle_id, kommun, vardgivare, inskrivning, utskrivning)`);
  const clocks = async (second: string) => {
    const { rows } = await stage({ 'utskrivningar.parquet': await of(second) });
    return await rows(
      'select in_datum, in_tid is not null as in_klocka, ut_tid is not null as ut_klocka from s_vardtillfalle order by rad',
    );
  };
  expect(await clocks('2024-01-05 00:00')).toEqual([
    { in_datum: '2024-01-02', in_klocka: false, ut_klocka: false },
    { in_datum: '2024-01-03', in_klocka: false, ut_klocka: false },
  ]);
  expect(await clocks('2024-01-05 08:00')).toEqual([
    { in_datum: '2024-01-02', in_klocka: false, ut_klocka: true },
    { in_datum: '2024-01-03', in_klocka: false, ut_klocka: true },
  ]);
});
