import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { KODER } from '../../data-loaders/report/koder.ts';
import { remarksSql } from '../../data-loaders/report/remarks.ts';
import { assertAcceptable, writeQuarantine } from '../../data-loaders/report.ts';
import { csv, folderWith, messageOf, stage } from './helpers.ts';

const HEAD =
  'vardtillfalle_id;patient_id;kommun;kommunkod;vardgivare;vardform;inskrivning;utskrivning;utskriven_till;oplanerad;fodelsear';
const NOTICES = 'vardtillfalle_id;kommun;utskrivningsklar;atertagen;orsak';

type Outcome = Record<string, Record<string, number>>;

/** What becomes of rows of utskrivningar.csv, and of rows of utskrivningsklar.csv beside them. */
async function outcome(stays: string[], notices: string[] = []): Promise<Outcome[]> {
  const files: Record<string, string> = { 'utskrivningar.csv': csv(HEAD, ...stays) };
  if (notices.length > 0) files['utskrivningsklar.csv'] = csv(NOTICES, ...notices);
  const { report } = await stage(files);
  for (const file of report) {
    const refused = Object.values(file.avvisade).reduce((sum, rows) => sum + rows, 0);
    expect(file.anvanda + refused).toBe(file.lasta);
  }
  return report.map(({ avvisade, strukna_uppgifter, anmarkningar }) => ({
    avvisade,
    strukna_uppgifter,
    anmarkningar,
  }));
}

const NOTHING = { avvisade: {}, strukna_uppgifter: {}, anmarkningar: {} };
const GOOD = 'V1;P1;Lund;;SUS;somatik;2024-01-01 10:00;2024-01-05 12:00;Ordinärt boende;1;1940';

/** Row → what is said about it (`typ kod kolumn`), from one load of them all. */
async function remarks(head: string, rows: string[], file: string, beside: Record<string, string> = {}) {
  const staged = await stage({ ...beside, [file]: csv(head, ...rows) });
  const found = await staged.rows(`
    select fil, rad::integer as rad, concat_ws(' ', typ, kod, kolumn) as text
    from (${await remarksSql(staged.connection)}) order by rad, text`);
  return rows.map((_, index) =>
    found.filter(({ fil, rad }) => fil === file && rad === index + 2).map(({ text }) => text),
  );
}

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
    expect(await rows('select vardtillfalle_id, in_datum from s_vardtillfalle order by 1')).toEqual([
      { vardtillfalle_id: 'V1', in_datum: '2024-01-01' },
      { vardtillfalle_id: 'V2', in_datum: '2024-01-02' },
    ]);
  });
});

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

describe('vardtillfallen', () => {
  test('rows without id and patient are stays of their own, never duplicates', async () => {
    const row = 'Lund;2023-06-23;2023-06-24';
    const { report, rows } = await stage({
      'vardtillfallen.csv': csv(
        'kommun;utskrivningsklar;utskrivning',
        row,
        row,
        'Lund;;2023-06-24',
        'Lund;x;2023-06-24',
      ),
    });
    expect(report[0]!.avvisade).toEqual({ inskrivning_saknas: 1 });
    // The stay survives a readiness that cannot be read.
    expect(report[0]!.strukna_uppgifter).toEqual({ ogiltigt_datum: 1 });
    expect(await rows('select count(*) as n, count(distinct stay) as stays from s_vardtillfalle')).toEqual([
      { n: '3', stays: '3' },
    ]);
    expect(await rows('select count(*) as n from s_notis semi join s_vardtillfalle using (stay)')).toEqual([
      { n: '2' },
    ]);
  });

  test('a stay that is in utskrivningar too is one stay', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(
        'vardtillfalle_id;kommun;vardgivare;inskrivning',
        'V1;Lund;SUS;2024-01-01',
        'V2;Lund;SUS;2024-01-01',
      ),
      'vardtillfallen.csv': csv(
        'vardtillfalle_id;kommun;vardgivare;inskrivning;utskrivningsklar',
        'V1;Lund;SUS;2024-01-01;2024-01-03',
        'V2;Malmö;SUS;2024-01-01;2024-01-03',
      ),
    });
    expect(report.map(({ avvisade }) => avvisade)).toEqual([
      { dubblett: 1, motsagande_dubblett: 1 },
      { motsagande_dubblett: 1 },
    ]);
    expect(
      await rows('select vardtillfalle_id, klar_datum from s_notis join s_vardtillfalle using (stay)'),
    ).toEqual([{ vardtillfalle_id: 'V1', klar_datum: '2024-01-03' }]);
  });
});

describe('other kinds', () => {
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
      { rad: '2', utan: false, aterinskriven_datum: '2024-01-10', oplanerad: true },
      { rad: '6', utan: true, aterinskriven_datum: '2024-01-10', oplanerad: null },
      { rad: '10', utan: false, aterinskriven_datum: '2024-01-25', oplanerad: null },
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

  test('activities of the profile stand beside those of the extract', async () => {
    const aktivitet = { kommun: '1281', start: '2024-05-01', rubrik: 'Rond', status: 'planerad' as const };
    const { rows } = await stage(
      {
        'utskrivningar.csv': csv(HEAD, GOOD),
        'aktiviteter.csv': csv('kommun;start;rubrik', 'Malmö;2024-01-01;Trygg hemgång'),
      },
      { ...readProfile('skane'), aktiviteter: [aktivitet] },
    );
    expect(await rows('select kommun, start, rubrik, status from s_aktivitet order by start')).toEqual([
      { kommun: '1280', start: '2024-01-01', rubrik: 'Trygg hemgång', status: null },
      { kommun: '1281', start: '2024-05-01', rubrik: 'Rond', status: 'planerad' },
    ]);
  });

  test('aktiviteter', async () => {
    const { report, rows } = await stage({
      'utskrivningar.csv': csv(HEAD, GOOD),
      'aktiviteter.csv': csv(
        'kommun;start;slut;rubrik;status;framgangsfaktor',
        'Lund;2024-01-01;;Trygg hemgång;genomförd;10',
        'Lund;2024-01-01;2023-01-01;Rond;pågår;13',
        'Lundd;2024-01-01;;Rond;;',
        'Lund;;;Rond;;',
        'Lund;snart;;Rond;;',
      ),
    });
    expect(report[0]).toMatchObject({
      avvisade: { okand_kommun: 1, uppgift_saknas: 1, ogiltigt_datum: 1 },
      strukna_uppgifter: { okant_varde: 1, ogiltigt_datum: 1 },
    });
    expect(
      await rows(
        'select kommun, start, slut, rubrik, status, framgangsfaktor as f from s_aktivitet order by rad',
      ),
    ).toEqual([
      {
        kommun: '1281',
        start: '2024-01-01',
        slut: null,
        rubrik: 'Trygg hemgång',
        status: 'genomford',
        f: 10,
      },
      { kommun: '1281', start: '2024-01-01', slut: null, rubrik: 'Rond', status: null, f: null },
    ]);
  });
});

describe('the limit and the quarantine', () => {
  const many = Array.from({ length: 19 }, (_, index) => `G${index};;Malmö;;SUS;;2024-01-01;;;;`);
  const faults = ['X1;;Helsingbrog;;SUS;;2024-01-01;;;;', 'X2;;Malmö;;SUS;;2024-01-01;2023-01-01;;;'];

  test('one of twenty is within it', async () => {
    const { connection, report, profile } = await stage({
      'utskrivningar.csv': csv(HEAD, ...many, faults[0]!),
    });
    await assertAcceptable(connection, report, profile);
  });

  test('two of twenty-one are not; duplicates and empty rows do not count', async () => {
    const rows = [...many, ...faults, many[0]!, ';;;;;;;;;;'];
    const { connection, report, profile } = await stage({ 'utskrivningar.csv': csv(HEAD, ...rows) });
    expect(await messageOf(() => assertAcceptable(connection, report, profile))).toBe(
      [
        '2 av 23 rader i utskrivningar.csv (8,7\u00a0%) kan inte användas; gränsen är 5\u00a0% (max_avvisade_andel i profilen).',
        '  1 rad: kommunen är okänd (utskrivningar.csv rad 21). Skriv kommunens namn eller kod med fyra siffror (0180, inte 180). Där det står "Helsingbrog": menade du Helsingborg?',
        '  1 rad: utskrivningen är före inskrivningen (utskrivningar.csv rad 22). Rätta tiderna i källsystemet.',
        'Rätta utdraget och försök igen. Alla avvisade rader med skäl står i mappen karantan.',
      ].join('\n'),
    );
    await assertAcceptable(connection, report, { ...profile, max_avvisade_andel: 0.1 });
  });

  test('no stays at all', async () => {
    const figures = csv('indikator;niva;enhet;period;varde;kalla', 'x;region;Skåne;2023;1;k');
    const without = await stage({ 'jamforelse.csv': figures });
    expect(await messageOf(() => assertAcceptable(without.connection, without.report, without.profile))).toBe(
      'Utdragen har inga vårdtillfällen. Lägg till en fil vars namn börjar med utskrivningar eller vardtillfallen.',
    );
    const refused = await stage(
      { 'utskrivningar.csv': csv(HEAD, faults[0]!) },
      { ...readProfile('skane'), max_avvisade_andel: 1 },
    );
    expect(await messageOf(() => assertAcceptable(refused.connection, refused.report, refused.profile))).toBe(
      'Inget vårdtillfälle i utskrivningar.csv kan användas. Alla avvisade rader med skäl står i mappen karantan.',
    );
  });

  test('the message never shows what could identify someone', async () => {
    const rows = [
      ...many,
      'X1;191212121212;191212121212;;SUS;;2024-01-01;;;;',
      'X2;;Malmö;;SUS;;19121212;;;;',
    ];
    const { connection, report, profile } = await stage({ 'utskrivningar.csv': csv(HEAD, ...rows) });
    expect(await messageOf(() => assertAcceptable(connection, report, profile))).not.toMatch(/1912|X1|X2/);
  });

  test('refused rows stand as they were read, for the owner only; a former quarantine is gone', async () => {
    const { connection } = await stage({
      'utskrivningar.csv': csv(
        'Vårdtillfälle;Skäl;kommun;vardgivare;inskrivning',
        'V1;"a;b";Lundd;SUS;2024-01-01',
        'V2;x;Lund;SUS',
        'V3;;Lund;SUS;2024-01-01',
      ),
    });
    const dir = folderWith({});
    await writeQuarantine(connection, dir);
    const file = join(dir, 'karantan', 'utskrivningar.csv');
    expect(readFileSync(file, 'utf8')).toBe(
      csv(
        'skäl;kolumn;rad;Vårdtillfälle;Skäl_;kommun;vardgivare;inskrivning;raden som den står',
        'kommunen är okänd;kommun;2;V1;"a;b";Lundd;SUS;2024-01-01;',
        'raden har fler eller färre fält än rubrikraden;;3;;;;;;"V2;x;Lund;SUS"',
      ),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const clean = await stage({ 'utskrivningar.csv': csv(HEAD, GOOD) });
    await writeQuarantine(clean.connection, dir);
    expect(existsSync(join(dir, 'karantan'))).toBe(false);
  });
});

test('docs/fel.md lists every code, and only those, as the SQL and the list have them', () => {
  const doc = readFileSync('docs/fel.md', 'utf8');
  const documented = [...doc.matchAll(/^\| `([a-z_]+)` \| ([a-zåäö, ]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, kod, blir, text, atgard]) => ({ kod, blir, text, atgard }),
  );
  const blir = { avvisad: 'avvisas', struken: 'uppgiften stryks', anmarkning: 'anmärkning' };
  expect(documented).toEqual(
    Object.entries(KODER).map(([kod, { typer, text, atgard }]) => ({
      kod,
      blir: typer.map((typ) => blir[typ]).join(', '),
      text,
      atgard,
    })),
  );
  const sql = ['queries/1_staging', 'queries/2_vardtillfallen']
    .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')))
    .join('\n');
  const elsewhere = ['fel_antal_falt', 'trasigt_citattecken', 'andra_kolumner'];
  for (const kod of Object.keys(KODER)) if (!elsewhere.includes(kod)) expect(sql).toContain(`'${kod}'`);
});
