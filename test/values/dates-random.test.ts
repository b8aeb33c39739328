import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill, withMacros } from './helpers.ts';
import { readMoment } from './second-opinion.ts';

const RUNS = process.env.LONG ? 200_000 : 6_000;

const digits = (from: number, to: number, width: number) =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(width, '0'));
const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));

const year = fc.oneof({ weight: 6, arbitrary: digits(1990, 2099, 4) }, digits(0, 9999, 4), digits(0, 99, 2));
const small = fc.oneof({ weight: 6, arbitrary: digits(0, 13, 2) }, digits(0, 99, 1), digits(0, 99, 2));
const date = fc.oneof({ weight: 6, arbitrary: digits(0, 32, 2) }, digits(0, 99, 1), digits(0, 99, 2));
const between = fc.oneof({ weight: 4, arbitrary: oneOf('-', '', '.', '/') }, oneOf(' ', '', ',', '−', 'x'));
const ymd = fc
  .tuple(year, between, small, date, between)
  .map(([y, a, m, d, b]) => [y, a, m, b === 'x' ? b : a, d].join(''));
const dmy = fc
  .tuple(date, between, small, between, year, fc.boolean())
  .map(([d, a, m, b, y, same]) => [d, a, m, same ? a : b, y].join(''));
const zone = fc.oneof(
  { weight: 3, arbitrary: oneOf('', '', 'Z', 'z', '+02:00', '-0330', '+01', ' +02:00', ' Z') },
  join(oneOf('+', '-', ' +'), digits(0, 20, 2), oneOf('', ':'), oneOf('', '00', '30', '75', '5')),
);
const colon = fc.oneof({ weight: 6, arbitrary: oneOf(':', ':', '') }, oneOf('.', ' ', '::', 'x'));
const time = fc
  .tuple(
    oneOf(' ', ' ', 'T', 'T', '', ', ', '  ', '-'),
    fc.oneof({ weight: 6, arbitrary: digits(0, 24, 2) }, digits(0, 30, 1)),
    colon,
    fc.oneof({ weight: 6, arbitrary: digits(0, 60, 2) }, digits(0, 9, 1)),
    fc.oneof(oneOf(''), join(oneOf(':', ':', ''), digits(0, 61, 2)), oneOf(':', ':5', ':05x', ':5Z')),
    oneOf('', '', '', '.0', '.000', ',999', '.9999999', '.'),
    zone,
  )
  .map((parts) => parts.join(''));
const excel = join(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 32_000, max: 74_000 }).map(String) },
    oneOf('32873', '32874', '73050', '73051'),
    fc.nat(99_999).map(String),
  ),
  fc.oneof(
    oneOf('', '.0', ',5', '.5868', '.99999', '.999999', '.0000001', '.'),
    join(oneOf('.', ','), fc.nat().map(String)),
  ),
);
const text = fc.oneof(
  { weight: 3, arbitrary: ymd },
  { weight: 5, arbitrary: join(ymd, time) },
  { weight: 3, arbitrary: dmy },
  { weight: 3, arbitrary: join(dmy, time) },
  { weight: 2, arbitrary: excel },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);

test('random texts are read as the plain reader reads them, whatever the session and process zone', async () => {
  const { connection, rows } = await withMacros();
  const texts = fc
    .sample(text, { numRuns: RUNS, seed: 20_230_624 })
    .filter((candidate) => candidate.trim() === candidate && candidate !== '');
  await fill(connection, texts);
  const read: number[] = [];
  for (const form of ['iso', 'dag_forst', 'manad_forst']) {
    for (const zone of ['Europe/Stockholm', 'America/New_York']) {
      await connection.run(`set TimeZone = '${zone}'`);
      const found = await rows(`
        select v, coalesce(las_tid_form(v, '${form}')::date, las_datum_form(v, '${form}'))::varchar as datum,
            strftime(las_tid_form(v, '${form}'), '%H:%M:%S') as tid
        from t order by nr`);
      const wrong = found.filter(({ v, datum, tid }) => {
        const wanted = readMoment(String(v), form);
        return datum !== (wanted?.datum ?? null) || tid !== (wanted?.tid ?? null);
      });
      expect(wrong.map((row) => ({ ...row, wanted: readMoment(String(row.v), form) })).slice(0, 20)).toEqual(
        [],
      );
      read.push(found.filter(({ datum }) => datum !== null).length);
    }
  }
  // The generator gives both kinds.
  expect(Math.min(...read)).toBeGreaterThan(RUNS / 20);
});

test('without an order decided, the readers of an iso column are the plain ones', async () => {
  const { connection, rows } = await withMacros();
  await fill(connection, fc.sample(text, { numRuns: RUNS, seed: 7 }));
  expect(
    await rows(`
      select v from t
      where las_datum(v) is distinct from las_datum_form(v, 'iso') or las_tid(v) is distinct from las_tid_form(v, 'iso')`),
  ).toEqual([]);
});
