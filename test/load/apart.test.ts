import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase, readFolder } from '../../data-loaders/sql.ts';
import { setVariables } from '../count/stage.ts';
import { type Apart, plausibleDays } from '../reference/apart.ts';
import { csv, GOOD, HEAD, NOTICES, stage } from './helpers.ts';

/** A dense year, and a few dates that may lie anywhere. */
const dates = fc.tuple(
  fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 28 })), {
    minLength: 20,
    maxLength: 80,
  }),
  fc.array(
    fc.tuple(
      fc.oneof(fc.integer({ min: -40, max: 60 }), fc.integer({ min: 110, max: 130 })),
      fc.integer({ min: 1, max: 28 }),
    ),
    { maxLength: 4 },
  ),
);
const limits: fc.Arbitrary<Apart> = fc.record({
  ensam_manader: fc.integer({ min: 1, max: 5 }),
  ensam_vantat: fc.integer({ min: 1, max: 60 }),
  ensam_andel: fc.constantFrom(0, 0.01, 0.02, 0.05, 0.1),
  ensam_lang_manader: fc.constantFrom(60, 108),
  ensam_lang_andel: fc.constantFrom(0, 0.03, 0.1),
});

const iso = ([month, day]: [number, number]) =>
  new Date(Date.UTC(2023, month, day)).toISOString().slice(0, 10);

test('the days apart from all others are those that a plain reckoning finds', async () => {
  const { connection, close } = await openDatabase(':memory:');
  const { sql } = readFolder('1_staging').find(({ name }) => name === 'rimliga_dagar')!;
  await connection.run('create schema raw');
  let [parted, whole] = [0, 0];
  for (const [[many, few], limit] of fc.sample(fc.tuple(dates, limits), { numRuns: 120, seed: 63 })) {
    const days = [...many, ...few].map(iso);
    const all = days.map((day, index) => `(${index % 3}, date '${day}')`).join();
    await connection.run(`
      create or replace temp table dagar as from (values ${all}) as d (slag, dag);
      create or replace view raw.utskrivningar as
      select dag as inskrivning_datum, null::date as utskrivning_datum from dagar where slag = 0;
      create or replace view raw.vardtillfallen as
      select null::date as inskrivning_datum, dag as utskrivning_datum, null::date as utskrivningsklar_datum
      from dagar where slag = 1;
      create or replace view raw.utskrivningsklar as
      select dag as utskrivningsklar_datum from dagar where slag = 2;`);
    await setVariables(connection, Object.fromEntries(Object.entries(limit).map(([k, v]) => [k, String(v)])));
    const found = (await connection.runAndReadAll(sql)).getRowObjectsJson()[0]!;
    expect(found, `${days} ${JSON.stringify(limit)}`).toEqual(plausibleDays(days, limit));
    if (found.forsta === '1900-01-01' && found.sista === '9999-12-31') whole++;
    else parted++;
  }
  close();
  expect(Math.min(parted, whole)).toBeGreaterThan(15);
});

/** Stays of 2024, one a day in and out, each with its notice. */
const stays = Array.from({ length: 120 }, (_, n) => {
  const day = `2024-0${1 + Math.floor(n / 28)}-${String(1 + (n % 28)).padStart(2, '0')}`;
  return { stay: `V${n + 10};;Lund;;SUS;;${day};${day};;;`, notice: `V${n + 10};Lund;${day};;` };
});

const told = async (rows: string[], notices: string[]) => {
  const { report } = await stage({
    'utskrivningar.csv': csv(HEAD, GOOD, ...stays.map(({ stay }) => stay), ...rows),
    'utskrivningsklar.csv': csv(
      NOTICES,
      'V1;Lund;2024-01-04;;',
      ...stays.map(({ notice }) => notice),
      ...notices,
    ),
  });
  return report.map(({ avvisade, strukna_uppgifter, rader, i_kolumner }) => ({
    avvisade,
    strukna_uppgifter,
    rader: rader.avvisade,
    kolumner: i_kolumner.avvisade,
  }));
};

test('a mistyped year refuses the row and says which', async () => {
  const rows = ['X1;;Lund;;SUS;;2024-02-01;2063-02-05;;;', 'X2;;Lund;;SUS;;2036-02-01;;;;'];
  expect(await told(rows, ['V12;Lund;2025-01-03;;'])).toEqual([
    {
      avvisade: { ensamt_datum: 2 },
      strukna_uppgifter: {},
      rader: { ensamt_datum: [123, 124] },
      kolumner: { ensamt_datum: ['inskrivning', 'utskrivning'] },
    },
    {
      avvisade: { ensamt_datum: 1 },
      strukna_uppgifter: {},
      rader: { ensamt_datum: [123] },
      kolumner: { ensamt_datum: ['utskrivningsklar'] },
    },
  ]);
});

test('a whole old stay is refused, an old admission is not', async () => {
  const rows = ['X1;;Lund;;SUS;;2014-02-01;2014-02-05;;;', 'X2;;Lund;;SUS;;2014-02-01;2024-01-05;;;'];
  expect((await told(rows, []))[0]).toMatchObject({
    avvisade: { ensamt_datum: 1 },
    rader: { ensamt_datum: [123] },
    kolumner: { ensamt_datum: ['utskrivning'] },
  });
});

test('more dates beyond a hole than slips would be are refused nowhere', async () => {
  const more = Array.from({ length: 10 }, (_, n) => `Y${n};;Lund;;SUS;;2024-11-0${(n % 9) + 1};;;;`);
  expect((await told(more, []))[0]!.avvisade).toEqual({});
});
