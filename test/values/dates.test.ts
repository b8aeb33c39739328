import { expect, test } from 'vitest';
import { fill, withMacros } from './helpers.ts';

/** What a text is in a column with day first: date, clock, or the code of its fault. */
const TEXTS: [string, string][] = [
  // year first
  ['2023-06-24', '2023-06-24'],
  ['2023-06-24 14:05', '2023-06-24 14:05:00'],
  ['2023-06-24 14:05:09', '2023-06-24 14:05:09'],
  ['2023-06-24 00:00', '2023-06-24 00:00:00'],
  ['2023-06-24T14:05', '2023-06-24 14:05:00'],
  ['2023-06-24T14:05:09.999', '2023-06-24 14:05:09'],
  ['2023-06-24T22:30Z', '2023-06-25 00:30:00'], // summer time: two hours on
  ['2023-12-24T22:30:00.000Z', '2023-12-24 23:30:00'], // winter time: one
  ['2023-06-24T14:05:00+02:00', '2023-06-24 14:05:00'],
  ['2023-06-24 14:05 -0300', '2023-06-24 19:05:00'],
  ['2023-10-29T00:30:00Z', '2023-10-29 02:30:00'], // the hour that comes twice, first
  ['2023-10-29T01:30:00Z', '2023-10-29 02:30:00'], // and again
  ['2024-03-31 02:30', '2024-03-31 02:30:00'], // the hour that is not: as it is written
  ['20230624', '2023-06-24'],
  ['20230624 14:05', '2023-06-24 14:05:00'],
  ['20230624T1405', '2023-06-24 14:05:00'],
  ['20230624T140509Z', '2023-06-24 16:05:09'],
  ['20230624140509', '2023-06-24 14:05:09'],
  ['202306241405', 'ogiltigt_datum'], // a personnummer can look like this
  ['20230624 1405', 'ogiltigt_datum'],
  ['20230624-1405', 'ogiltigt_datum'],
  // day first
  ['24.06.2023', '2023-06-24'],
  ['24.6.2023 9:05', '2023-06-24 09:05:00'],
  ['24/6 2023', '2023-06-24'],
  ['24/6 2023 14:05', '2023-06-24 14:05:00'],
  ['24/06/2023', '2023-06-24'],
  ['24/06/2023, 14:05:09', '2023-06-24 14:05:09'],
  ['06/24/2023', 'ogiltigt_datum'],
  ['31/02/2023', 'ogiltigt_datum'],
  ['24/06.2023', 'ogiltigt_datum'],
  // days since 1899-12-30
  ['45101', '2023-06-24'],
  ['45101.5868', '2023-06-24 14:05:00'],
  ['45101,5868', '2023-06-24 14:05:00'],
  ['45101.0', '2023-06-24'],
  ['45101.9999999', '2023-06-25'], // rounded to the second
  ['32874', '1990-01-01'],
  ['73050', '2099-12-31'],
  ['32873', 'ogiltigt_datum'],
  ['73051', 'ogiltigt_datum'],
  // no date
  ['2023-02-29', 'ogiltigt_datum'],
  ['2023-06-2x', 'ogiltigt_datum'],
  ['2023-06-24 24:00', 'ogiltigt_datum'],
  ['2023-06-24  9:05', 'ogiltigt_datum'],
  ['2023-06-24T14:05+15:00', 'ogiltigt_datum'],
  ['2023-06-24 14:05:5Z', 'ogiltigt_datum'],
  ['2023-06-24 14:05:5.', 'ogiltigt_datum'],
  ['2023-06-24 114:5:', 'ogiltigt_datum'],
  ['2023/06/24', 'ogiltigt_datum'],
  ['1989-12-31', 'ogiltigt_datum'],
  ['2100-01-01', 'ogiltigt_datum'],
  ['0', 'ogiltigt_datum'],
  ['i går', 'ogiltigt_datum'],
  // two-digit years
  ['230624', 'tvasiffrigt_ar'],
  ['240623', 'tvasiffrigt_ar'],
  ['230624 14:05', 'tvasiffrigt_ar'],
  ['23-06-24', 'tvasiffrigt_ar'],
  ['24.06.23', 'tvasiffrigt_ar'],
  ['24/06/23 14:05', 'tvasiffrigt_ar'],
  ['24/6 23', 'tvasiffrigt_ar'],
  ['24/6 -23', 'tvasiffrigt_ar'],
  ['231324', 'ogiltigt_datum'], // no month in the middle
  ['24/623', 'ogiltigt_datum'],
  ['23062414:05', 'ogiltigt_datum'],
  // dates that stand for none
  ['1801-01-01', 'platshallardatum'],
  ['1900-01-01', 'platshallardatum'],
  ['9999-12-31', 'platshallardatum'],
  ['9999-12-31 23:59:59', 'platshallardatum'],
  ['9999-12-31T23:59:59.9999999Z', 'platshallardatum'],
  ['1900-01-01 00:00:00.000', 'platshallardatum'],
  ['99991231', 'platshallardatum'],
  ['18010101', 'platshallardatum'],
  ['31.12.9999', 'platshallardatum'],
  ['12/31/9999', 'platshallardatum'],
  ['1/1 1900 00:00', 'platshallardatum'],
  ['1', 'platshallardatum'],
  ['1.0', 'platshallardatum'],
  ['2958465', 'platshallardatum'],
  ['2958465,99999', 'platshallardatum'],
  ['2', 'ogiltigt_datum'],
  ['1900-01-02', 'ogiltigt_datum'],
  ['9999-12-30', 'ogiltigt_datum'],
];

test('each form of date, and why the others are none', async () => {
  const { connection, rows } = await withMacros();
  await fill(
    connection,
    TEXTS.map(([text]) => text),
  );
  const read = await rows(`
    select v, coalesce(
        strftime(las_tid_form(v, 'dag_forst'), '%Y-%m-%d %H:%M:%S'),
        las_datum_form(v, 'dag_forst')::varchar,
        datumfel(v)
    ) as blir
    from t order by nr`);
  expect(read.map(({ v, blir }) => [v, blir])).toEqual(TEXTS);
});

test('a text that is a date is never one of the others', async () => {
  const { connection, rows } = await withMacros();
  await fill(
    connection,
    TEXTS.map(([text]) => text),
  );
  expect(
    await rows(`
      select v from t
      where coalesce(las_tid_form(v, 'dag_forst')::date, las_datum_form(v, 'dag_forst')) is not null
          and datumfel(v) <> 'ogiltigt_datum'`),
  ).toEqual([]);
});
