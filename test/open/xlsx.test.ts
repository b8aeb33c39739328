import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { message, read } from './helpers.ts';

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
    values.map((value, index) => [`${index + 1},3`, { value, style: { numFmt: 'yyyy-mm-dd hh:mm' } }] as const),
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
