import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { read } from './helpers.ts';

const fil = 'utskrivningar.xlsx';
const HEAD = ['id', 'kommun', 'vardgivare', 'inskrivning', 'fritext'];
const utc = (text: string) => new Date(`${text}Z`);
type Book = Parameters<typeof writeXlsx>[0];
type Rows = NonNullable<Book['sheets'][number]['rows']>;

const book = (rows: Rows, more: Partial<Book> = {}) =>
  writeXlsx({ sheets: [{ name: 'Blad1', rows }], ...more });
/** A workbook whose dates have a date format, in either calendar. */
async function dates(values: Date[], dateSystem: '1900' | '1904') {
  const cells = new Map(
    values.map(
      (value, index) => [`${index + 1},3`, { value, style: { numFmt: 'yyyy-mm-dd hh:mm' } }] as const,
    ),
  );
  const rows = [HEAD, ...values.map((_, index) => [`V${index + 1}`])];
  return await writeXlsx({ sheets: [{ name: 'Blad1', rows, cells }], dateSystem });
}

describe('cells', () => {
  test('numbers, truth, dates, texts and gaps', async () => {
    const { data, headings, broken, anmarkningar } = await read(
      await book([
        HEAD,
        ['V1', 1281, 3.5, true, ' två\nrader; "citat", å '],
        [1234567890123, null, 0.1 + 0.2, false, null],
        [],
        ['V4', '0180', -2, null, '#N/A'],
      ]),
      { fil },
    );
    expect(headings).toEqual(HEAD);
    expect(data).toEqual([
      [2, 'V1', '1281', '3.5', '1', ' två\nrader; "citat", å '],
      [3, '1234567890123', null, '0.3', '0', null],
      [5, 'V4', '0180', '-2', null, null],
    ]);
    expect(broken).toEqual([]);
    expect(anmarkningar).toEqual(['1 cell med felvärde (#N/A och liknande) räknas som tomma']);
  });

  test.each(['1900', '1904'] as const)('dates of the %s calendar, rounded to the second', async (system) => {
    const bytes = await dates(
      [
        utc('2023-06-24T00:00:00'),
        utc('2023-06-24T14:05:00'),
        utc('2023-06-24T10:43:59.9996'),
        utc('2024-02-29T23:59:59.9'),
        utc('1905-01-01T00:00:00'),
      ],
      system,
    );
    expect((await read(bytes, { fil })).data.map((row) => row[4])).toEqual([
      '2023-06-24',
      '2023-06-24 14:05:00',
      '2023-06-24 10:44:00',
      '2024-03-01',
      '1905-01-01',
    ]);
  });
});

describe('sheets', () => {
  test('the one whose heading row fits, titles above it, totals below', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Om utdraget', rows: [['Kommun'], ['Lund']] },
        {
          name: 'Utskrivningar <2024>',
          rows: [
            ['Utskrivningar 2024', null, null, null],
            [],
            [null, 'Uttaget 2024-02-01'],
            ['id', 'kommun', 'vardgivare', '', 'inskrivning', ''],
            ['V1', 'Lund', 'SUS', null, '2024-01-01'],
            [],
            ['V2', 'Malmö', 'SUS', 'x', '2024-01-02', null, null, 'vid sidan'],
            ['Summa', 2],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
        },
        { name: 'Gammalt', hidden: true, rows: [HEAD, ['V9', 'Lund', 'SUS', '2020-01-01', '']] },
      ],
    });
    const { data, headings, headerRow, broken, texter, anmarkningar } = await read(bytes, { fil });
    expect([headerRow, headings]).toEqual([4, ['id', 'kommun', 'vardgivare', '', 'inskrivning', '']]);
    expect(texter).toEqual([
      { plats: 'bladets namn', text: 'Utskrivningar <2024>' },
      { plats: 'rad 1', text: 'Utskrivningar 2024' },
      { plats: 'rad 3', text: ', Uttaget 2024-02-01' },
    ]);
    expect(data).toEqual([
      [5, 'V1', 'Lund', 'SUS', null, '2024-01-01', null],
      [7, 'V2', 'Malmö', 'SUS', 'x', '2024-01-02', 'vid sidan'],
    ]);
    expect(broken).toEqual([{ rad: 8, kod: 'summarad', text: 'Summa;2' }]);
    expect(anmarkningar).toEqual([
      'blad: Utskrivningar <2024> (ett av 3)',
      '2 titelrader ovanför rubrikerna hoppades över',
      '1 rad har text till höger om rubrikerna',
    ]);
  });

  test('sheets that fit as well are told of, and their names judged; empty ones and hidden ones are not', async () => {
    const year = (name: string, rows = [['V1']]) => ({ name, rows: [HEAD, ...rows] });
    const said = async (...sheets: Book['sheets']) => {
      const { anmarkningar, texter } = await read(await writeXlsx({ sheets }), { fil });
      return [anmarkningar.find((text) => text.includes('rubriker men')), ...texter.map(({ text }) => text)];
    };
    expect(
      await said(year('2022'), year('2023'), year('mall', []), { ...year('kopia'), hidden: true }),
    ).toEqual([
      'bladet 2023 har lika många kända rubriker men lästes inte: spara det som en egen fil om det ska med',
      '2022',
      '2023',
    ]);
    expect((await said(...['jan', 'feb', 'mars', 'april', 'maj'].map((name) => year(name))))[0]).toBe(
      '4 blad till har lika många kända rubriker men lästes inte (feb, mars, april …): spara vart och ett som en egen fil om de ska med',
    );
    expect((await said(year('2022'), { name: 'x', rows: [['text'], ['text']] }))[0]).toBeUndefined();
  });

  test('a hidden sheet when no visible one fits', async () => {
    const sheets = [
      { name: 'A', rows: [['text']] },
      { name: 'B', hidden: true, rows: [HEAD, ['V1']] },
    ];
    const { data, anmarkningar } = await read(await writeXlsx({ sheets }), { fil });
    expect(data).toEqual([[2, 'V1', null, null, null, null]]);
    expect(anmarkningar).toEqual(['blad: B (ett av 2)', 'bladet är dolt']);
  });

  test('formulas: the saved value', async () => {
    const cells = new Map([
      ['1,1', { value: 'Lund', formula: 'UPPER(A2)', formulaResult: 'Lund' }],
      [
        '1,3',
        { value: 45_301.5, formula: 'TODAY()', formulaResult: 45_301.5, style: { numFmt: 'yyyy-mm-dd' } },
      ],
    ]) as Book['sheets'][number]['cells'];
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [HEAD, ['V1']], cells }] });
    const { data, anmarkningar } = await read(bytes, { fil });
    expect(data).toEqual([[2, 'V1', 'Lund', null, '2024-01-10 12:00:00', null]]);
    expect(anmarkningar).toEqual([]);
  });
});
