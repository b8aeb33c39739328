import { describe, expect, test } from 'vitest';
import { csv, loadMessage, remarks, stage } from '../load/helpers.ts';
import { parquetOf } from './helpers.ts';

const STAY = 'vardtillfalle_id;kommun;vardgivare;inskrivning;utskrivning';
const ALL = 'vardtillfalle_id;kommun;vardgivare;inskrivning;utskrivning;utskrivningsklar;underrattelse';

describe('dates that systems write where there is none', () => {
  test('are missing and counted on used rows, not on refused ones', async () => {
    expect(
      await remarks(
        STAY,
        [
          'V2;Lund;SUS;2024-01-01;1900-01-01',
          'V3;Lund;SUS;2024-01-01;9999-12-31 23:59',
          'V4;Lund;SUS;1801-01-01;9999-12-31',
          'V5;Ingen;SUS;2024-01-01;1900-01-01',
          'V6;Lund;SUS;2024-01-01;1901-01-01',
        ],
        'utskrivningar.csv',
      ),
    ).toEqual([
      ['struken platshallardatum utskrivning'],
      ['struken platshallardatum utskrivning'],
      ['avvisad inskrivning_saknas inskrivning'],
      ['avvisad okand_kommun kommun'],
      ['avvisad ogiltigt_datum utskrivning'],
    ]);
  });

  test('in vardtillfallen*: of stays with a notice and of stays without', async () => {
    expect(
      await remarks(
        ALL,
        [
          'V2;Lund;SUS;2024-01-01;2024-01-05;1900-01-01;',
          'V3;Lund;SUS;2024-01-01;2024-01-05;2024-01-04;1900-01-01',
          'V4;Lund;SUS;2024-01-01;2024-01-05;1900-01-01;1900-01-01',
          'V5;Lund;SUS;2024-01-01;2024-01-05;;24-01-01',
          'V6;Lund;SUS;2024-01-01;2024-01-05;skräp;',
          'V7;Ingen;SUS;2024-01-01;2024-01-05;1900-01-01;1900-01-01',
          'V8;Lund;SUS;2024-01-01;2024-01-05;;',
        ],
        'vardtillfallen.csv',
      ),
    ).toEqual([
      ['struken platshallardatum utskrivningsklar'],
      ['struken platshallardatum underrattelse'],
      ['struken platshallardatum underrattelse', 'struken platshallardatum utskrivningsklar'],
      ['struken tvasiffrigt_ar underrattelse'],
      ['struken ogiltigt_datum utskrivningsklar'],
      ['avvisad okand_kommun kommun'],
      [],
    ]);
  });

  test('in the other kinds', async () => {
    expect(
      await remarks(
        'kommun;start;slut;rubrik',
        [
          'Lund;2024-01-01;9999-12-31;Team',
          'Lund;2024-01-01;24-02-01;Team 2',
          'Lund;2024-01-01;2023-01-01;Team 3',
          'Lund;1900-01-01;;Team 4',
        ],
        'aktiviteter.csv',
      ),
    ).toEqual([
      ['struken platshallardatum slut'],
      ['struken tvasiffrigt_ar slut'],
      ['struken ogiltigt_datum slut'],
      ['avvisad uppgift_saknas start'],
    ]);
    expect(
      await remarks(
        'vardtillfalle_id;inskrivning;aterinskriven',
        ['V1;1900-01-01;2024-02-01', 'V1;2024-01-01;1900-01-01'],
        'aterinskrivningar.csv',
        { 'utskrivningar.csv': csv(STAY, 'V1;Lund;SUS;2024-01-01;') },
      ),
    ).toEqual([['struken platshallardatum inskrivning'], ['avvisad aterinskriven_saknas aterinskriven']]);
  });

  test('count as empty in the column, unreadable ones do not', async () => {
    const { report } = await stage({
      'utskrivningar.csv': csv(
        STAY,
        'V2;Lund;SUS;2024-01-01;1900-01-01',
        'V3;Lund;SUS;2024-01-01;',
        'V4;Lund;SUS;2024-01-01;i går',
        'V5;Lund;SUS;2024-01-02;2024-01-03',
      ),
    });
    expect(report[0]!.kolumner.find(({ namn }) => namn === 'utskrivning')).toMatchObject({
      tomma: 2,
      rader: 4,
      forsta: '2024-01-03',
      sista: '2024-01-03',
    });
    expect(report[0]!.strukna_uppgifter).toEqual({ platshallardatum: 1 });
  });
});

describe('day and month', () => {
  const inDates = (staged: Awaited<ReturnType<typeof stage>>) =>
    staged.rows('select rad, in_datum, in_tid, ut_datum from s_vardtillfalle order by rad');

  test('each column of each file has its order', async () => {
    const staged = await stage({
      'utskrivningar-1.csv': csv(
        STAY,
        'V2;Lund;SUS;01/02/2024;2/13/2024',
        'V3;Lund;SUS;2024-02-01;03/01/2024',
        'V4;Lund;SUS;13/02/2024 14:05;',
      ),
    });
    expect(await inDates(staged)).toEqual([
      { rad: 2, in_datum: '2024-02-01', in_tid: null, ut_datum: '2024-02-13' },
      { rad: 3, in_datum: '2024-02-01', in_tid: null, ut_datum: '2024-03-01' },
      { rad: 4, in_datum: '2024-02-13', in_tid: '2024-02-13 14:05:00', ut_datum: null },
    ]);
  });

  test('also where only rows after the first twenty thousand show it', async () => {
    const days = Array.from({ length: 21_000 }, (_, nr) => `V${nr + 2};Lund;SUS;2024-01-01;`);
    const staged = await stage({
      'utskrivningar.csv': csv(STAY, ...days, 'W1;Lund;SUS;05.02.2024;', 'W2;Lund;SUS;25.02.2024 ;'),
    });
    expect(
      await staged.rows('select rad, in_datum from s_vardtillfalle where rad > 21001 order by rad'),
    ).toEqual([
      { rad: 21002, in_datum: '2024-02-05' },
      { rad: 21003, in_datum: '2024-02-25' },
    ]);
  });

  test('a column that tells neither, or both, stops the build with examples, in every form of file', async () => {
    const either = csv(STAY, 'V2;Lund;SUS;2024-01-02;', 'V3;Lund;SUS;01/02/2024;', 'V4;Lund;SUS;03.04.2024;');
    const mend =
      'Exportera kolumnen med datum som 2023-06-24, eller som datum och inte som text i kalkylbladet.';
    expect(await loadMessage({ 'utskrivningar.csv': either })).toBe(
      'Datumen i kolumnen inskrivning i utskrivningar.csv kan läsas på två sätt, med dagen eller månaden först: ' +
        `01/02/2024 på rad 3, 03.04.2024 på rad 4. Inget datum i kolumnen avgör vilket, för ingen dag är efter den 12:e. ${mend}`,
    );
    expect(await loadMessage({ 'utskrivningar.csv': `Titel\n${either}kort\n` })).toContain(
      '01/02/2024 på rad 4, 03.04.2024 på rad 5.',
    );
    const table = either
      .trim()
      .split('\n')
      .map((line) => line.split(';'));
    expect(await loadMessage({ 'utskrivningar.parquet': await parquetOf(table) })).toContain(
      '01/02/2024 på rad 3, 03.04.2024 på rad 4.',
    );
    expect(
      await loadMessage({
        'utskrivningar.csv': csv(STAY, 'V2;Lund;SUS;13/2 2024;', 'V3;Lund;SUS;2/13 2024;'),
      }),
    ).toBe(
      'Datumen i kolumnen inskrivning i utskrivningar.csv är skrivna på två sätt: dagen först (13/2 2024 på rad 2) och ' +
        `månaden först (2/13 2024 på rad 3). Då går övriga inte att tolka. ${mend}`,
    );
  });

  test('two-digit years refuse a row, or strike a fact of a notice', async () => {
    expect(
      await remarks(
        STAY,
        ['V2;Lund;SUS;24-01-02;', 'V3;Lund;SUS;02.01.24;', 'V4;Lund;SUS;240102;'],
        'utskrivningar.csv',
      ),
    ).toEqual(Array.from({ length: 3 }, () => ['avvisad tvasiffrigt_ar inskrivning']));
    expect(
      await remarks(
        'vardtillfalle_id;kommun;utskrivningsklar;atertagen',
        ['V1;Lund;2024-01-02;24-01-03'],
        'utskrivningsklar.csv',
        { 'utskrivningar.csv': csv(STAY, 'V1;Lund;SUS;2024-01-01;') },
      ),
    ).toEqual([['struken tvasiffrigt_ar atertagen']]);
  });
});
