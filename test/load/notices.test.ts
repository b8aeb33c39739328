import { describe, expect, test } from 'vitest';
import { csv, GOOD, HEAD, NOTHING, NOTICES, outcome, remarks, stage } from './helpers.ts';

describe('notices', () => {
  const cases: [string, string, string[]][] = [
    ['faultless', 'V1;Lund;2024-01-04;;', []],
    ['no readiness', 'V1;Lund;;;', ['avvisad utskrivningsklar_saknas utskrivningsklar']],
    ['readiness that is no date', 'V1;Lund;2024-02-30;;', ['avvisad ogiltigt_datum utskrivningsklar']],
    ['no key', ';Lund;2024-01-04;;', ['avvisad nyckel_saknas']],
    ['wrong kommun: the stay has one', 'V1;Lundd;2024-01-03;;', ['struken okand_kommun kommun']],
    ['empty kommun: the stay has one', 'V1;;2024-01-02;;', ['struken kommun_saknas kommun']],
    ['wrong kommun and no stay', 'V9;Lundd;2024-01-04;;', ['avvisad okand_kommun kommun']],
    ['stay in no file', 'V9;Lund;2024-01-04;;', ['anmarkning notis_utan_vardtillfalle vardtillfalle_id']],
    ['withdrawal that is no date', 'V1;Lund;2024-01-05;igår;', ['struken ogiltigt_datum atertagen']],
  ];

  test('each fault has its remark', async () => {
    const rows = cases.map(([, row]) => row);
    const said = await remarks(NOTICES, rows, 'utskrivningsklar.csv', {
      'utskrivningar.csv': csv(HEAD, GOOD),
    });
    expect(cases.map(([what], index) => [what, said[index]])).toEqual(
      cases.map(([what, , text]) => [what, text]),
    );
  });

  test('process, behov and orsak become their slugs; what is none of them is annat, and remarked on', async () => {
    const { rows } = await stage({
      'utskrivningar.csv': csv(HEAD, GOOD),
      'utskrivningsklar.csv': csv(
        'vardtillfalle_id;kommun;utskrivningsklar;process;behov;orsak',
        'V1;Lund;2024-01-02;Grön;oförändrade;',
        'V1;Lund;2024-01-03;Röd process;Nytillkomna hälso- och sjukvård;hjälpmedel|SÄBO',
        'V1;Lund;2024-01-04;lila;vet ej;rehab|väder',
      ),
    });
    expect(await rows('select process, behov from s_notis order by klar_datum')).toEqual([
      { process: 'gron', behov: 'oforandrade' },
      { process: 'rod', behov: 'nytillkomna_halso_och_sjukvard' },
      { process: 'annat', behov: 'annat' },
    ]);
    expect(await rows('select slug, okand from orsak_slug order by slug')).toEqual([
      { slug: 'annat', okand: true },
      { slug: 'hjalpmedel', okand: false },
      { slug: 'rehab', okand: false },
      { slug: 'sarskilt_boende', okand: false },
    ]);
    expect(await rows('select rad, kod from granskning_inlast_notis order by kod')).toEqual([
      { rad: 4, kod: 'okand_orsak' },
      { rad: 4, kod: 'okand_process' },
      { rad: 4, kod: 'okant_behov' },
    ]);
  });

  test('several of one stay are lawful; identical and contradicting ones are not', async () => {
    const notices = ['V1;Lund;2024-01-03;;', 'V1;Lund;2024-01-04;;', 'V1;Lund;2024-01-04;;'];
    expect((await outcome([GOOD], notices))[1]).toEqual({ ...NOTHING, avvisade: { dubblett: 1 } });
    const other = ['V1;Lund;2024-01-03;;rehab', 'V1;Lund;2024-01-03;;transport', 'V1;Lund;2024-01-04;;'];
    expect((await outcome([GOOD], other))[1]).toEqual({ ...NOTHING, avvisade: { motsagande_dubblett: 2 } });
  });

  test('a refused stay leaves its notice without one', async () => {
    const refused = GOOD.replace('2024-01-05', '2023-01-05');
    expect((await outcome([refused], ['V1;Lund;2024-01-04;;']))[1]).toEqual({
      ...NOTHING,
      anmarkningar: { notis_utan_vardtillfalle: 1 },
    });
  });

  test('by patient and admission when ids are in one file only; a bare date is compared as a date', async () => {
    const { rows } = await stage({
      'utskrivningar.csv': csv(
        HEAD,
        GOOD,
        'V2;P2;Lund;;SUS;;2024-01-01 08:00;;;;',
        'V3;P2;Lund;;SUS;;2024-01-01 20:00;;;;',
      ),
      'utskrivningsklar.csv': csv(
        'patient_id;inskrivning;kommun;utskrivningsklar',
        'P1;2024-01-01T10:00;Lund;2024-01-04',
        'P1;2024-01-01;Lund;2024-01-05',
        'P1;2024-01-01 11:00;Lund;2024-01-06', // another clock: another stay
        'P2;2024-01-01;Lund;2024-01-07', // two stays that day: which one cannot be told
        'P2;2024-01-01 20:00;Lund;2024-01-08',
      ),
    });
    expect(
      await rows(
        `select klar_datum, vardtillfalle_id from s_notis left join s_vardtillfalle using (stay) order by 1`,
      ),
    ).toEqual([
      { klar_datum: '2024-01-04', vardtillfalle_id: 'V1' },
      { klar_datum: '2024-01-05', vardtillfalle_id: 'V1' },
      { klar_datum: '2024-01-06', vardtillfalle_id: null },
      { klar_datum: '2024-01-07', vardtillfalle_id: null },
      { klar_datum: '2024-01-08', vardtillfalle_id: 'V3' },
    ]);
  });
});
