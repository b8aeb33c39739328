import { expect, test } from 'vitest';
import { csv, loadMessage, stage } from '../load/helpers.ts';
import { parquetOf } from './helpers.ts';

const HEAD =
  'vardtillfalle_id;patient_id;kommun;vardgivare;vardform;inskrivning;utskrivning;oplanerad;fodelsear';
const NOTHING = [
  ...[
    'NULL',
    'null',
    '(null)',
    '\\N',
    '-',
    '–',
    '.',
    'NA',
    'N/A',
    'NaN',
    'NaT',
    'None',
    '<NA>',
    '#N/A',
    '#SAKNAS!',
  ],
  ...['"NULL"', '""'],
];

/** A patient unknown, still in, and nothing known of planning, form of care and year of birth. */
const row = (id: number, nothing: string) =>
  `V${id};${nothing};Lund;SUS;${nothing};2024-01-01;${nothing};${nothing};${nothing}`;

test('what programs write where there is nothing is an empty cell: no patient, no fault, still in hospital', async () => {
  const texts = NOTHING.filter((text) => !text.includes('"'));
  const { report, rows } = await stage({
    'utskrivningar-1.csv': csv(HEAD, ...NOTHING.map((_, id) => row(id, ''))),
    'utskrivningar-2.csv': csv(HEAD, ...NOTHING.map((text, id) => row(id, text))),
    'utskrivningar-3.parquet': await parquetOf(
      [HEAD, ...texts.map((text, id) => row(id, text))].map((line) => line.split(';')),
    ),
    'utskrivningar-4.csv': csv(HEAD, 'W1;- ;Lund;SUS;- ;2024-01-01;-1;NULL?;'),
  });
  expect(
    report.slice(0, 3).map(({ anvanda, avvisade, strukna_uppgifter, anmarkningar }) => ({
      anvanda,
      avvisade,
      strukna_uppgifter,
      anmarkningar,
    })),
  ).toEqual([
    { anvanda: NOTHING.length, avvisade: {}, strukna_uppgifter: {}, anmarkningar: {} },
    { anvanda: 0, avvisade: { dubblett: NOTHING.length }, strukna_uppgifter: {}, anmarkningar: {} },
    { anvanda: 0, avvisade: { dubblett: texts.length }, strukna_uppgifter: {}, anmarkningar: {} },
  ]);
  expect(report[1]!.kolumner.find(({ namn }) => namn === 'patient_id')).toMatchObject({
    tomma: NOTHING.length,
  });
  // With anything beside it, it is a value.
  expect(report[3]!.avvisade).toEqual({ ogiltigt_datum: 1 });
  expect(
    await rows('select distinct patient_id, vardform, ut_datum, oplanerad, fodelsear from s_vardtillfalle'),
  ).toEqual([{ patient_id: null, vardform: null, ut_datum: null, oplanerad: null, fodelsear: null }]);
});

test('ids that a spreadsheet has written with an exponent stop: different patients have become one', async () => {
  const message = await loadMessage({
    'utskrivningar.csv': csv(HEAD, row(1, ''), 'V2;1,91212E+11;Lund;SUS;;2024-01-01;;;'),
  });
  expect(message).toMatch(/^Kolumnen patient_id i utskrivningar.csv har id i exponentform, som 1,23E\+11: /);
  expect(message).not.toContain('1,91212E+11');
});

test('clocks that are all midnight are none, if they are many', async () => {
  const rowAt = (id: number, clock: string) =>
    `V${id};;Lund;SUS;;2024-01-01 00:00:00.000;2024-01-02 ${clock};;`;
  const rows = Array.from({ length: 50 }, (_, id) => rowAt(id, '00:00'));
  const { report, rows: query } = await stage({
    'utskrivningar-1.csv': csv(HEAD, ...rows.slice(0, 49), rowAt(50, '09:30')),
    'utskrivningar-2.csv': csv(HEAD, ...rows.slice(0, 49)),
  });
  expect(report.map(({ lasning }) => lasning)).toEqual([
    ['klockslagen i inskrivning är alla 00:00, så kolumnen läses som datum'],
    [],
  ]);
  expect(
    await query(
      'select distinct in_tid is null as utan_in, ut_tid is null as utan_ut from stay_rad order by all',
    ),
  ).toEqual([
    { utan_in: false, utan_ut: false },
    { utan_in: true, utan_ut: false },
  ]);
});
