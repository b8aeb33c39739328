import { describe, expect, test } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { csv, remarks, stage } from '../load/helpers.ts';

const STAY = 'vardtillfalle_id;kommun;vardgivare;inskrivning;utskrivning';
describe('blanks around values, of every kind', () => {
  const blanks = ['\u00a0', '\u2009', ' ', '\u200b', '\u202f'];
  const around = (text: string, nr: number) => blanks[nr % 5] + text + blanks[(nr + 2) % 5];

  test('ids, dates, words and free texts', async () => {
    const head = 'vardtillfalle_id;patient_id;kommun;vardgivare;klinik;inskrivning;utskrivning;oplanerad';
    const cells = ['V1', 'P1', 'Lund', 'SUS', 'Medicin', '2024-01-01 10:00', '2024-01-05', 'ja'];
    const rows = blanks.map((_, nr) => cells.map((text) => around(text, nr)).join(';'));
    const { report, rows: query } = await stage({
      'utskrivningar-1.csv': csv(head, cells.join(';')),
      'utskrivningar-2.csv': csv(head, ...rows),
      'utskrivningsklar.csv': csv(
        'vardtillfalle_id;kommun;utskrivningsklar',
        `${around('V1', 1)};\u00a0;${around('2024-01-04', 0)}`,
      ),
    });
    expect(report[1]!.avvisade).toEqual({ dubblett: 5 });
    expect(report[2]).toMatchObject({
      anvanda: 1,
      strukna_uppgifter: { kommun_saknas: 1 },
      anmarkningar: {},
    });
    expect(
      await query(`select distinct klinik::varchar as klinik, in_tid, ut_datum from s_vardtillfalle`),
    ).toEqual([{ klinik: 'Medicin', in_tid: '2024-01-01 10:00:00', ut_datum: '2024-01-05' }]);
  });

  test('between date and clock, in either order of day and month', async () => {
    const { report, rows: query } = await stage({
      'utskrivningar-1.csv': csv(STAY, 'V1;Lund;SUS;2024-01-01\u00a010:00;2024-01-15\u202f09:30'),
      'utskrivningar-2.csv': csv(STAY, 'V2;Lund;SUS;1/1\u00a02024\u00a010:00;15/1 2024\u00a009:30'),
      'utskrivningar-3.csv': csv(STAY, 'V3;Lund;SUS;2024-01-01 10:00;2024\u00a001-15'),
    });
    expect(report.map(({ avvisade, strukna_uppgifter }) => ({ avvisade, strukna_uppgifter }))).toEqual([
      { avvisade: {}, strukna_uppgifter: {} },
      { avvisade: {}, strukna_uppgifter: {} },
      { avvisade: { ogiltigt_datum: 1 }, strukna_uppgifter: {} },
    ]);
    expect(await query('select distinct in_tid, ut_tid from s_vardtillfalle')).toEqual([
      { in_tid: '2024-01-01 10:00:00', ut_tid: '2024-01-15 09:30:00' },
    ]);
  });

  test('a cell of blanks is empty', async () => {
    expect(
      await remarks(
        `${STAY};patient_id`,
        [
          '\u00a0;Lund;SUS;2024-01-01;;\u200b',
          'V3;Lund;SUS;\u00a0 ;;',
          'V4;Lund; ;2024-01-01;\u00a0;',
          'V5;\u2009;SUS;2024-01-01;;',
        ],
        'utskrivningar.csv',
      ),
    ).toEqual([
      ['avvisad nyckel_saknas'],
      ['avvisad inskrivning_saknas inskrivning'],
      ['anmarkning vardgivare_saknas vardgivare'],
      ['avvisad kommun_saknas kommun'],
    ]);
  });
});

describe('columns of texts', () => {
  const head = 'vardtillfalle_id;kommun;vardgivare;klinik;sjukhus;inskrivning';
  const many = (file: string, klinik: (nr: number) => string) =>
    csv(head, ...Array.from({ length: 2_500 }, (_, nr) => `${file}${nr};Lund;SUS;${klinik(nr)};;2024-01-01`));

  test('more than two thousand different ones: kept as they are, blanks taken away', async () => {
    const { rows, report } = await stage({
      'utskrivningar-1.csv': many('A', (nr) => (nr === 7 ? ' \u00a0' : ` K${nr} `)),
      'utskrivningar-2.csv': many('A', (nr) => (nr === 7 ? '' : `K${nr}`)),
    });
    expect(
      await rows(`select count(*) as n, count(klinik) as k, max(klinik) as sist from s_vardtillfalle`),
    ).toEqual([{ n: '2500', k: '2499', sist: 'K999' }]);
    expect(report[1]!.avvisade).toEqual({ dubblett: 2500 });
    expect(report[0]!.kolumner.find(({ namn }) => namn === 'klinik')!.tomma).toBe(1);
  });

  test('plain in one file, words in another, missing in a third, empty in a fourth', async () => {
    const { rows } = await stage({
      'utskrivningar-1.csv': many('A', (nr) => `K${nr}`),
      'utskrivningar-2.csv': many('B', (nr) => `K${nr % 3}`),
      'utskrivningar-3.csv': csv('vardtillfalle_id;kommun;vardgivare;inskrivning', 'C1;Lund;SUS;2024-01-01'),
      'utskrivningar-4.csv': csv(head, 'D1;Lund;SUS;;;2024-01-01'),
      'vardtillfallen.csv': csv(head, 'E1;Lund;SUS;K1;S1;2024-01-01'),
    });
    expect(
      await rows(`select fil::varchar as fil, count(*) as n, count(distinct klinik) as k, max(sjukhus)::varchar as s
        from s_vardtillfalle group by all order by all`),
    ).toEqual([
      { fil: 'utskrivningar-1.csv', n: '2500', k: '2500', s: null },
      { fil: 'utskrivningar-2.csv', n: '2500', k: '3', s: null },
      { fil: 'utskrivningar-3.csv', n: '1', k: '0', s: null },
      { fil: 'utskrivningar-4.csv', n: '1', k: '0', s: null },
      { fil: 'vardtillfallen.csv', n: '1', k: '1', s: 'S1' },
    ]);
  });

  test('a figure published elsewhere: two thousand values with blanks around', async () => {
    const lines = Array.from({ length: 2_500 }, (_, nr) => `a;kommun;Lund ${nr};2023; ${nr},5\u00a0;k`);
    const { report } = await stage({
      'jamforelse.csv': csv('indikator;niva;enhet;period;varde;kalla', ...lines),
    });
    expect(report[0]).toMatchObject({ lasta: 2500, anvanda: 2500, strukna_uppgifter: {} });
  });

  test('blanks only, in every file: no text, and no word', async () => {
    const { report, rows } = await stage(
      {
        'utskrivningar.csv': csv(
          'vardtillfalle_id;kommun;vardgivare;klinik;inskrivning;utskrivning',
          'V1;\u00a0; ;\u2009;2024-01-01; ',
          'V2; ;\u00a0; ;2024-01-01;\u00a0',
        ),
        'vardtillfallen.csv': csv('kommunkod;inskrivning;klinik', '1281;2024-01-01; '),
      },
      { ...readProfile('skane'), vardgivare: [] },
    );
    expect(report.map(({ anvanda, avvisade }) => [anvanda, avvisade])).toEqual([
      [0, { kommun_saknas: 2 }],
      [1, {}],
    ]);
    expect(report[0]!.kolumner.map(({ tomma }) => tomma)).toEqual([0, 2, 2, 2, 0, 2]);
    expect(await rows('select klinik, vardgivare from s_vardtillfalle')).toEqual([
      { klinik: null, vardgivare: null },
    ]);
  });

  test('empty in every file: kommun, vårdgivare, and all the others', async () => {
    const { rows, report } = await stage({
      'utskrivningar.csv': csv(
        `vardtillfalle_id;kommun;vardgivare;inskrivning;klinik;vardform;utskriven_till;oplanerad;fodelsear;utskrivning`,
        'V1;;;2024-01-01;;;;;;',
        'V2;1281;;2024-01-01;;;;;;',
      ),
      'utskrivningsklar.csv': csv(
        'vardtillfalle_id;kommunkod;utskrivningsklar;behov;process',
        'V2;;2024-01-03;;',
      ),
    });
    expect(report[0]).toMatchObject({ anvanda: 1, avvisade: { kommun_saknas: 1 } });
    expect(
      await rows('select kommun::varchar as kommun, vardgivare, oplanerad, fodelsear from s_vardtillfalle'),
    ).toEqual([{ kommun: '1281', vardgivare: null, oplanerad: null, fodelsear: null }]);
    expect(report[1]).toMatchObject({ anvanda: 1, strukna_uppgifter: { kommun_saknas: 1 } });
  });
});
