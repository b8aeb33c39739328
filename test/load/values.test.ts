import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fold, slug } from '../../data-loaders/profile/fold.ts';
import { swedishKommuner } from '../../data-loaders/profile/kommuner.ts';
import { csv, stage } from './helpers.ts';

describe('values', () => {
  /** Text of inskrivning → date and time of day read; null when the row is refused. */
  const times: [string, [string, string | null] | null][] = [
    ['2023-06-24', ['2023-06-24', null]],
    [' 2023-06-24 ', ['2023-06-24', null]],
    ['2023-06-24 14:05', ['2023-06-24', '14:05:00']],
    ['2023-06-24 00:00', ['2023-06-24', '00:00:00']],
    ['2023-06-24T14:05:09', ['2023-06-24', '14:05:09']],
    ['2023-06-24 14:05:09.999', ['2023-06-24', '14:05:09']],
    ['2023-06-24T22:30Z', ['2023-06-25', '00:30:00']], // summer time: two hours on
    ['2023-12-24T22:30:00Z', ['2023-12-24', '23:30:00']], // winter time: one
    ['2023-06-24T14:05+02:00', ['2023-06-24', '14:05:00']],
    ['2023-06-24 14:05:00+0200', ['2023-06-24', '14:05:00']],
    ['2023-06-24 14:05:00 -03', ['2023-06-24', '19:05:00']],
    ['2023-10-29T00:30:00Z', ['2023-10-29', '02:30:00']], // the hour that comes twice
    ['2024-02-29', ['2024-02-29', null]],
    ['2023-02-29', null],
    ['2023-6-24', null],
    ['2023/06/24', null],
    ['24-06-2023', null],
    ['20230624', ['2023-06-24', null]],
    ['2023-06-24 24:00', null],
    ['2023-06-24 25:00', null],
    ['2023-06-2x', null],
    ['2024-03-31 02:30', ['2024-03-31', '02:30:00']], // the hour that is not: a clock no one has moved yet
    ['2023-06-24 14', null],
    ['2023-06-24x14:05', null],
    ['45101', ['2023-06-24', null]], // as a spreadsheet counts days
    ['1989-12-31', null],
    ['1989-12-31 10:00', null],
    ['2100-01-01 10:00', null],
    ['2100-01-01', null],
  ];

  test.each(['Europe/Stockholm', 'America/New_York', 'Pacific/Auckland'])(
    'dates and times, process in %s',
    async (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      onTestFinished(() => {
        process.env.TZ = before;
      });
      const lines = times.map(([text], index) => `V${index};Lund;SUS;${text}`);
      const { rows } = await stage({
        'utskrivningar.csv': csv('vardtillfalle_id;kommun;vardgivare;inskrivning', ...lines),
      });
      const read = new Map(
        (
          await rows(
            `select vardtillfalle_id, in_datum, strftime(in_tid, '%H:%M:%S') as tid from s_vardtillfalle`,
          )
        ).map((row) => [row.vardtillfalle_id, [row.in_datum, row.tid]]),
      );
      expect(times.map(([text], index) => [text, read.get(`V${index}`) ?? null])).toEqual(times);
    },
  );

  test('kommuner by name and code', async () => {
    const kommuner: [string, string | null][] = [
      ['Lund', '1281'],
      ['lund', '1281'],
      ['Lunds kommun', '1281'],
      ['Malmö stad', '1280'],
      ['MALMO', '1280'],
      ['Upplands Bro', '0139'],
      ['Region Gotland', '0980'],
      ['Hofors kommun', '2104'],
      ['Habo', '0643'],
      ['Håbo', '0305'],
      ['Håbo kommun', '0305'],
      ['Ha\u030abo', '0305'], // the ring as a letter of its own
      ['Ha-bo', null], // either of them
      ['180', '0180'],
      ['1281', '1281'],
      ['12810', null],
      ['Skåne', null],
    ];
    const lines = kommuner.map(([text], index) => `V${index};${text};SUS;2024-01-01`);
    const { rows } = await stage({
      'utskrivningar.csv': csv('vardtillfalle_id;kommun;vardgivare;inskrivning', ...lines),
    });
    const read = new Map(
      (await rows('select vardtillfalle_id as id, kommun from s_vardtillfalle')).map((row) => [
        row.id,
        row.kommun,
      ]),
    );
    expect(kommuner.map(([text], index) => [text, read.get(`V${index}`) ?? null])).toEqual(kommuner);
  });

  test('planned and unplanned are each other’s opposite; oplanerad wins', async () => {
    const cases: [string, string, boolean | null][] = [
      ['1', '', true],
      ['nej', '', false],
      ['', 'Ja', false],
      ['', '0', true],
      ['', 'Nej', true],
      ['Akut', '', true],
      ['ja', 'ja', true],
      ['', '', null],
    ];
    const lines = cases.map(([o, p], index) => `V${index};Lund;SUS;2024-01-01;${o};${p}`);
    const { rows } = await stage({
      'utskrivningar.csv': csv('vardtillfalle_id;kommun;vardgivare;inskrivning;oplanerad;planerad', ...lines),
    });
    expect(
      (await rows('select oplanerad from s_vardtillfalle order by rad')).map(({ oplanerad }) => oplanerad),
    ).toEqual(cases.map(([, , wanted]) => wanted));
  });

  test('a clinic is one however it is spelt, under its most common spelling', async () => {
    const lines = ['Medicin', 'MEDICIN ', 'Medicin', 'Kir. & Uro', '', '-'].map(
      (name, index) => `V${index};Lund;SUS;${name};2024-01-01`,
    );
    const { rows } = await stage({
      'utskrivningar.csv': csv('vardtillfalle_id;kommun;vardgivare;klinik;inskrivning', ...lines),
    });
    expect(
      (await rows('select klinik_kod as k from s_vardtillfalle order by rad')).map(({ k }) => k),
    ).toEqual(['medicin', 'medicin', 'medicin', 'kir_uro', null, null]);
    expect(await rows('select kod, namn from klinik order by kod')).toEqual([
      { kod: 'kir_uro', namn: 'Kir. & Uro' },
      { kod: 'medicin', namn: 'Medicin' },
    ]);
  });

  test('a vårdgivare is folded into another only when declared', async () => {
    const lines = ['SUS', 'Skånes Universitetssjukhus', 'SUS Lund', 'sus lund', 'SUS Lund'].map(
      (name, index) => `V${index};Lund;${name};2024-01-01`,
    );
    const { rows } = await stage({
      'utskrivningar.csv': csv('vardtillfalle_id;kommun;vardgivare;inskrivning', ...lines),
    });
    expect(
      (await rows('select vardgivare as v from s_vardtillfalle order by rad')).map(({ v }) => v),
    ).toEqual(['sus', 'sus', 'sus_lund', 'sus_lund', 'sus_lund']);
    expect(await rows(`select kod, namn from vardgivare where kod like 'sus%' order by kod`)).toEqual([
      { kod: 'sus', namn: 'SUS' },
      { kod: 'sus_lund', namn: 'SUS Lund' },
    ]);
  });
});

test('a column of more texts than a word list holds names no clinics', async () => {
  const lines = Array.from({ length: 2_500 }, (_, nr) => `V${nr};Lund;SUS;rum ${nr};2024-01-01`);
  const { rows } = await stage({
    'utskrivningar.csv': csv('vardtillfalle_id;kommun;vardgivare;klinik;inskrivning', ...lines),
  });
  expect(await rows('select count(*) as n, count(klinik_kod) as k from s_vardtillfalle')).toEqual([
    { n: '2500', k: '0' },
  ]);
});

test('SQL and TypeScript fold texts alike', async () => {
  const { rows } = await stage({
    'utskrivningar.csv': csv('vardtillfalle_id;vardgivare;inskrivning', 'V1;SUS;2024-01-01'),
  });
  const texts = [
    ...swedishKommuner().map(({ namn }) => namn),
    'Utskrivningsklar-datum',
    ' S:t  Görans é ',
    '2–3 %',
    '',
  ];
  for (const text of texts) {
    const [row] = await rows(`select nyckeltext('${text}') as nyckel, slugtext('${text}') as slug`);
    expect(row).toEqual({ nyckel: fold(text), slug: slug(text) });
  }
});

describe('real figures', () => {
  test('midsummer 2023: fifteen cases', async () => {
    const name = 'vardtillfallen-midsommar-2023.csv';
    const { report, rows } = await stage({ [name]: readFileSync(`test/fixtures/midsommar-2023/${name}`) });
    expect(report[0]).toMatchObject({ lasta: 15, anvanda: 15, strukna_uppgifter: {}, anmarkningar: {} });
    expect(
      await rows(
        'select count(*) as n from s_notis join s_vardtillfalle using (stay) where klar_datum <= ut_datum',
      ),
    ).toEqual([{ n: '15' }]);
  });

  test('comparison: 126 cells, two of them empty', async () => {
    const name = 'jamforelse-aterinlaggningar.csv';
    const file = readFileSync(`test/fixtures/jamforelse/${name}`);
    expect(readFileSync(`profiles/${name}`)).toEqual(file);
    const { report, rows } = await stage({ [name]: file });
    expect(report[0]).toMatchObject({ lasta: 126, anvanda: 126 });
    expect(
      await rows(
        'select status, count(*) as n, sum(antal)::integer as antal from s_jamforelse group by 1 order by 1',
      ),
    ).toEqual([
      { status: 'saknas', n: '2', antal: 164 },
      { status: 'visas', n: '124', antal: 83_169 },
    ]);
  });
});
