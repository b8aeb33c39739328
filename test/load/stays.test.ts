import { describe, expect, test } from 'vitest';
import { csv, GOOD, HEAD, NOTHING, outcome, remarks, stage } from './helpers.ts';

describe('stays', () => {
  /** [what, the row, what is said about it]. */
  const cases: [string, string, string[]][] = [
    ['faultless', 'A1;P1;Lund;;SUS;somatik;2024-01-01 10:00;2024-01-05 12:00;Ordinärt boende;1;1940', []],
    ['still in', 'A2;P1;Lund;;SUS;;2024-01-01;;;;', []],
    ['without patient', 'A3;;Lund;;SUS;;2024-01-01;;;;', []],
    ['same day in and out, no clocks', 'A4;;Lund;;SUS;;2024-01-01;2024-01-01;;;', []],
    ['a bare date is never compared with a clock', 'A5;;Lund;;SUS;;2024-01-01 10:00;2024-01-01;;;', []],
    ['kommun by code', 'A6;;1281;;SUS;;2024-01-01;;;;', []],
    ['a kommun of another county', 'A7;;Stockholm;;SUS;;2024-01-01;;;;', []],
    ['a separator after the last field', 'A8;;Lund;;SUS;;2024-01-01;;;;;', []],
    [
      'discharge the day before',
      'B1;;Lund;;SUS;;2024-01-02;2024-01-01;;;',
      ['avvisad utskrivning_fore_inskrivning utskrivning'],
    ],
    [
      'discharge an hour before',
      'B2;;Lund;;SUS;;2024-01-02 11:00;2024-01-02 10:00;;;',
      ['avvisad utskrivning_fore_inskrivning utskrivning'],
    ],
    ['unknown kommun', 'B3;;Helsingbrog;;SUS;;2024-01-01;;;;', ['avvisad okand_kommun kommun']],
    ['unknown code', 'B4;;;9999;SUS;;2024-01-01;;;;', ['avvisad okand_kommun kommun']],
    ['empty kommun', 'B5;;;;SUS;;2024-01-01;;;;', ['avvisad kommun_saknas kommun']],
    ['no admission', 'B6;;Lund;;SUS;;;2024-01-02;;;', ['avvisad inskrivning_saknas inskrivning']],
    ['neither id nor patient', ';;Lund;;SUS;;2024-01-01;;;;', ['avvisad nyckel_saknas']],
    ['a day that does not exist', 'B7;;Lund;;SUS;;2024-02-30;;;;', ['avvisad ogiltigt_datum inskrivning']],
    ['a year that cannot be', 'B8;;Lund;;SUS;;0202-02-03;;;;', ['avvisad ogiltigt_datum inskrivning']],
    [
      'discharge that is no date',
      'B9;;Lund;;SUS;;2024-01-01;snart;;;',
      ['avvisad ogiltigt_datum utskrivning'],
    ],
    ['hour 24', 'B10;;Lund;;SUS;;2024-01-01 24:00;;;;', ['avvisad ogiltigt_datum inskrivning']],
    ['empty row of a spreadsheet', ';;;;;;;;;;', ['avvisad tom_rad']],
    ['a field short', 'B11;;Lund;;SUS;;2024-01-01;;;', ['avvisad fel_antal_falt']],
    ['a field too many', 'B12;;Lund;;SUS;;2024-01-01;;;;;x', ['avvisad fel_antal_falt']],
    ['a quote inside a text', 'B13;;"Lu"nd;;SUS;;2024-01-01;;;;', ['avvisad trasigt_citattecken']],
    [
      'several faults: the first is the reason',
      'B14;;Lundd;;SUS;;2024-02-30;;;;',
      ['avvisad ogiltigt_datum inskrivning'],
    ],
    [
      'unknown code beside a good name',
      'C1;;Lund;9999;SUS;;2024-01-01;;;;',
      ['struken okand_kommun kommunkod'],
    ],
    [
      'unknown value of a yes or no',
      'C2;;Lund;;SUS;;2024-01-01;;;kanske;',
      ['struken okant_varde oplanerad'],
    ],
    ['unknown vardform', 'C3;;Lund;;SUS;tandvård;2024-01-01;;;;', ['struken okant_varde vardform']],
    [
      'born after the admission',
      'C4;;Lund;;SUS;;2024-01-01;;;;2031',
      ['struken orimligt_fodelsear fodelsear'],
    ],
    [
      'birth year with two digits',
      'C5;;Lund;;SUS;;2024-01-01;;;;40',
      ['struken orimligt_fodelsear fodelsear'],
    ],
    [
      'code and name disagree',
      'D1;;Lund;1280;SUS;;2024-01-01;;;;',
      ['anmarkning kommunkod_och_namn_skiljer kommun'],
    ],
    [
      'destination of its own',
      'D2;;Lund;;SUS;;2024-01-01;;Vårdavdelning;;',
      ['anmarkning okand_destination utskriven_till'],
    ],
    [
      'vårdgivare of its own',
      'D3;;Lund;;SUS Lund;;2024-01-01;;;;',
      ['anmarkning vardgivare_utanfor_profilen vardgivare'],
    ],
    ['no vårdgivare', 'D4;;Lund;;;;2024-01-01;;;;', ['anmarkning vardgivare_saknas vardgivare']],
  ];

  test('each fault has its remark, and every row is used or refused', async () => {
    const said = await remarks(
      HEAD,
      cases.map(([, row]) => row),
      'utskrivningar.csv',
    );
    expect(cases.map(([what], index) => [what, said[index]])).toEqual(
      cases.map(([what, , text]) => [what, text]),
    );
  });

  test('identical rows: the first stays', async () => {
    expect(await outcome([GOOD, GOOD, GOOD])).toEqual([{ ...NOTHING, avvisade: { dubblett: 2 } }]);
  });

  test('the same stay written in another way is identical', async () => {
    const same = 'V1 ;P1;;1281;sus;Somatisk;2024-01-01T10:00:00;2024-01-05 11:00Z;hem;ja;1940';
    expect(await outcome([GOOD, same])).toEqual([{ ...NOTHING, avvisade: { dubblett: 1 } }]);
  });

  test('contradicting rows are refused together', async () => {
    const other = GOOD.replace('2024-01-05', '2024-01-06');
    expect(await outcome([GOOD, other, GOOD])).toEqual([
      { ...NOTHING, avvisade: { motsagande_dubblett: 3 } },
    ]);
  });

  test('without id, patient and admission tell stays apart', async () => {
    const rows = [
      ';P1;Lund;;SUS;;2024-01-01;2024-01-05;;;',
      ';P1;Lund;;SUS;;2024-01-09;;;;',
      ';P2;Lund;;SUS;;2024-01-01;;;;',
    ];
    expect(await outcome(rows)).toEqual([NOTHING]);
    expect(await outcome([...rows, rows[0]!])).toEqual([{ ...NOTHING, avvisade: { dubblett: 1 } }]);
  });

  test('a faulty row does not contradict a good one', async () => {
    const faulty = GOOD.replace('Lund', 'Lundd');
    expect(await outcome([GOOD, faulty])).toEqual([{ ...NOTHING, avvisade: { okand_kommun: 1 } }]);
  });

  test('duplicates are found across files, and files with other columns are remarked on', async () => {
    const { report, rows } = await stage({
      'utskrivningar-1.csv': csv(
        'vardtillfalle_id;kommun;vardgivare;inskrivning;klinik',
        'V1;Lund;SUS;2024-01-01;',
      ),
      'utskrivningar-2.csv': csv(
        'Inskrivningsdatum,VARDGIVARE,kommun,vårdtillfälle-id',
        '2024-01-01,sus,1281,V1',
        '2024-01-02,SUS,Lund,V2',
      ),
    });
    expect(
      report.map(({ fil, anvanda, avvisade, anmarkningar }) => ({ fil, anvanda, avvisade, anmarkningar })),
    ).toEqual([
      { fil: 'utskrivningar-1.csv', anvanda: 1, avvisade: {}, anmarkningar: {} },
      {
        fil: 'utskrivningar-2.csv',
        anvanda: 1,
        avvisade: { dubblett: 1 },
        anmarkningar: { andra_kolumner: 2 },
      },
    ]);
    expect(await rows('select vardtillfalle_id, in_datum from s_vardtillfalle order by in_datum')).toEqual([
      { vardtillfalle_id: 'V1', in_datum: '2024-01-01' },
      { vardtillfalle_id: 'V2', in_datum: '2024-01-02' },
    ]);
  });
});
