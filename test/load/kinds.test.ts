import { describe, expect, test } from 'vitest';
import { csv, GOOD, HEAD, stage } from './helpers.ts';

describe('kinds beside stays and notices', () => {
  test('aterinskrivningar', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(HEAD, GOOD),
      'aterinskrivningar.csv': csv(
        'vardtillfalle_id;aterinskriven;oplanerad',
        'V1;2024-01-10 08:00;ja',
        'V1;2024-01-10 08:00;ja',
        'V1;2024-01-20;nej',
        'V1;2024-01-20;ja',
        'V7;2024-01-10;',
        'V1;;1',
        'V1;2024-01-32;1',
        ';2024-01-30;1',
        'V1;2024-01-25;kanske',
      ),
    });
    expect(report[0]).toMatchObject({
      avvisade: {
        motsagande_dubblett: 2,
        dubblett: 1,
        aterinskriven_saknas: 1,
        ogiltigt_datum: 1,
        nyckel_saknas: 1,
      },
      strukna_uppgifter: { okant_varde: 1 },
      anmarkningar: { aterinskrivning_utan_vardtillfalle: 1 },
    });
    expect(
      await rows(
        'select rad, stay is null as utan, aterinskriven_datum, oplanerad from s_aterinskrivning order by rad',
      ),
    ).toEqual([
      { rad: 2, utan: false, aterinskriven_datum: '2024-01-10', oplanerad: true },
      { rad: 6, utan: true, aterinskriven_datum: '2024-01-10', oplanerad: null },
      { rad: 10, utan: false, aterinskriven_datum: '2024-01-25', oplanerad: null },
    ]);
  });

  test('jamforelse', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(HEAD, GOOD),
      'jamforelse.csv': csv(
        'indikator;niva;enhet;period;varde;antal;kalla',
        'x;region;Skåne;2023;19,6;1 884;k',
        'x;region;Skåne;2023-02;19.6;;k',
        'x;region;Skåne;2023-03;;79;k',
        'x;region;Skåne;2023-13;1;1;k',
        'x;region;Skåne;2023-04;ca 1;1;k',
        'x;region;;2023-05;1;1;k',
        'x;region;Skåne;2023-06;1;många;k',
        'x;region;Skåne;2023-07;1;1;k',
        'x;region;Skåne;2023-07;2;1;k',
      ),
    });
    expect(report[0]).toMatchObject({
      avvisade: { motsagande_dubblett: 2, ogiltig_period: 1, ogiltigt_tal: 1, uppgift_saknas: 1 },
      strukna_uppgifter: { ogiltigt_tal: 1 },
    });
    expect(
      await rows('select periodtyp, period, varde, antal, status from s_jamforelse order by rad'),
    ).toEqual([
      { periodtyp: 'ar', period: '2023-01-01', varde: 19.6, antal: '1884', status: 'visas' },
      { periodtyp: 'manad', period: '2023-02-01', varde: 19.6, antal: null, status: 'visas' },
      { periodtyp: 'manad', period: '2023-03-01', varde: null, antal: '79', status: 'saknas' },
      { periodtyp: 'manad', period: '2023-06-01', varde: 1, antal: null, status: 'visas' },
    ]);
  });

  test('befolkning: groups of any width, with or without an upper limit', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(HEAD, GOOD),
      'befolkning.csv': csv(
        'kommunkod;kommun;ar;åldersgrupp;antal',
        '1281;;2023;65-69;6 100',
        ';Lunds kommun;2023;70–74 år;5800',
        ';Lund;2023;75-;9000',
        ';Eslöv;2023;80+;1900',
        ';Eslöv;2023;65 år och äldre;7000.0',
        ';Eslöv;2023;64;410',
        ';Höör;2023;65-69;900',
        ';Höör;2023;65 - 69 år;900',
        ';Höör;2024;65-69;910',
        ';Höör;2024;65-69;911',
        ';Skåne län;2023;65-69;1',
        ';Höör;23;65-69;1',
        ';Höör;2023;pensionärer;1',
        ';Höör;2023;70-65;1',
        ';Höör;2023;70-74;många',
        ';Höör;;70-74;1',
        ';Höör;2023;;1',
        ';Höör;2023;70-74;',
        ';;2023;70-74;1',
      ),
    });
    expect(report[0]).toMatchObject({
      lasta: 19,
      anvanda: 7,
      avvisade: {
        uppgift_saknas: 3,
        motsagande_dubblett: 2,
        okand_aldersgrupp: 2,
        dubblett: 1,
        kommun_saknas: 1,
        ogiltig_period: 1,
        ogiltigt_tal: 1,
        okand_kommun: 1,
      },
    });
    expect(await rows('select kommun, ar, fran, till, antal from s_befolkning order by rad')).toEqual([
      { kommun: '1281', ar: 2023, fran: 65, till: 69, antal: '6100' },
      { kommun: '1281', ar: 2023, fran: 70, till: 74, antal: '5800' },
      { kommun: '1281', ar: 2023, fran: 75, till: null, antal: '9000' },
      { kommun: '1285', ar: 2023, fran: 80, till: null, antal: '1900' },
      { kommun: '1285', ar: 2023, fran: 65, till: null, antal: '7000' },
      { kommun: '1285', ar: 2023, fran: 64, till: 64, antal: '410' },
      { kommun: '1267', ar: 2023, fran: 65, till: 69, antal: '900' },
    ]);
  });

  test('vardplatser: a month or its first day; beds alone make no vårdgivare', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(HEAD, GOOD),
      'vardplatser.csv': csv(
        'vårdgivare;månad;Disponibla vårdplatser',
        'SUS;2024-01;1 431,5',
        'Skånes universitetssjukhus;2024-02-01;0',
        'SUUS;2024-01;12',
        'SUS;2024-03;400',
        'sus;2024-03;400',
        'SUS;2024-04;400',
        'SUS;2024-04;401',
        'SUS;2024-05-02;400',
        'SUS;våren;400',
        'SUS;2024-06;-1',
        'SUS;2024-06;fullt',
        'SUS;;400',
        'SUS;2024-07;',
        ';2024-07;400',
      ),
    });
    expect(report[1]).toMatchObject({
      lasta: 14,
      anvanda: 4,
      avvisade: {
        uppgift_saknas: 3,
        motsagande_dubblett: 2,
        ogiltig_period: 2,
        ogiltigt_tal: 2,
        dubblett: 1,
      },
      anmarkningar: { vardplatser_utan_vardtillfallen: 1 },
    });
    expect(await rows('select vardgivare, manad, disponibla from s_vardplats order by rad')).toEqual([
      { vardgivare: 'sus', manad: '2024-01-01', disponibla: 1431.5 },
      { vardgivare: 'sus', manad: '2024-02-01', disponibla: 0 },
      { vardgivare: 'suus', manad: '2024-01-01', disponibla: 12 },
      { vardgivare: 'sus', manad: '2024-03-01', disponibla: 400 },
    ]);
    expect(await rows("select kod from vardgivare where kod = 'suus'")).toEqual([]);
  });
});
