import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { read } from './helpers.ts';

const HEAD = 'id;kommun;vardgivare;inskrivning';
const ROWS = ['V1;Lund;SUS – ”Öst”;2024-01-01', 'V2;Malmö;5 € Å;2024-01-02'];
const DATA = [
  [2, 'V1', 'Lund', 'SUS – ”Öst”', '2024-01-01'],
  [3, 'V2', 'Malmö', '5 € Å', '2024-01-02'],
];
const TEXT = `${[HEAD, ...ROWS].join('\n')}\n`;
const lines = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`;

describe('encodings', () => {
  test.each<[string, string | Uint8Array, string[], boolean]>([
    ['UTF-8', TEXT, [], true],
    ['UTF-8 with byte order mark', `\ufeff${TEXT}`, [], true],
    ['Windows-1252', iconv.encode(TEXT, 'windows-1252'), ['kodning Windows-1252'], true],
    ['UTF-16 LE with mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), ['kodning UTF-16 LE'], true],
    ['UTF-16 BE with mark', iconv.encode(TEXT, 'utf-16be', { addBOM: true }), ['kodning UTF-16 BE'], true],
    ['UTF-16 LE without mark', iconv.encode(TEXT, 'utf-16le'), ['kodning UTF-16 LE'], true],
    ['UTF-16 BE without mark', iconv.encode(TEXT, 'utf-16be'), ['kodning UTF-16 BE'], true],
    ['gzip', gzipSync(TEXT), ['packad med gzip'], true],
    [
      'gzip of Windows-1252',
      gzipSync(iconv.encode(TEXT, 'windows-1252')),
      ['packad med gzip', 'kodning Windows-1252'],
      true,
    ],
  ])('%s', async (_, content, anmarkningar, plain) => {
    for (const careful of [false, true]) {
      const { data, headings, headerRow, broken, rows, ...rest } = await read(content, { careful });
      expect(data).toEqual(DATA);
      expect({ headings, headerRow, broken }).toEqual({
        headings: HEAD.split(';'),
        headerRow: 1,
        broken: [],
      });
      expect(rest.anmarkningar).toEqual(anmarkningar);
      expect(rows).toMatchObject({ numbered: careful || !plain });
    }
  });
});

describe('dialects', () => {
  test.each([';', ',', '\t', '|'])('separator %j', async (separator) => {
    const text = [HEAD, 'V1;Lund;SUS;2024-01-01'].join('\n').replaceAll(';', separator);
    for (const careful of [false, true]) {
      expect((await read(text, { careful })).data).toEqual([[2, 'V1', 'Lund', 'SUS', '2024-01-01']]);
    }
  });

  test.each([
    ['LF', '\n', true],
    ['CRLF', '\r\n', true],
    ['CR', '\r', false],
  ])('%s', async (_, end, plain) => {
    const { data, rows } = await read(TEXT.replaceAll('\n', end));
    expect(data).toEqual(DATA);
    expect(rows).toMatchObject({ numbered: !plain });
  });

  test('all line ends in one file', async () => {
    const text = `${HEAD}\r\nV1;a;b;c\nV2;a;"b\r\nc";d\rV3;a;b;c\r\n\nV4;a;b;c`;
    expect((await read(text)).data).toEqual([
      [2, 'V1', 'a', 'b', 'c'],
      [3, 'V2', 'a', 'b\nc', 'd'],
      [4, 'V3', 'a', 'b', 'c'],
      [6, 'V4', 'a', 'b', 'c'],
    ]);
  });

  test.each([
    ['sep=;\n', 2],
    ['"sep=;"\r\n', 2],
    ['\ufeffsep=;;;;\n', 2],
  ])('%j names the separator and counts as a row', async (lead, headerRow) => {
    for (const careful of [false, true]) {
      const found = await read(`${lead}id;kommun\nV1;Lund\n`, { careful });
      expect(found).toMatchObject({ headerRow, headings: ['id', 'kommun'], data: [[3, 'V1', 'Lund']] });
    }
  });

  test('a separator only sep= can tell', async () => {
    expect((await read('sep=:\nid:kommun\nV1:Lund\n')).data).toEqual([[3, 'V1', 'Lund']]);
  });

  test('titles above the heading row, empty lines among them', async () => {
    const { data, headerRow, texter, anmarkningar } = await read(
      `Utskrivningar 2024;;;\n\nKlinik: "alla"\n${TEXT}`,
    );
    expect(data.map(([rad]) => rad)).toEqual([5, 6]);
    expect(headerRow).toBe(4);
    expect(texter).toEqual([
      { plats: 'rad 1', text: 'Utskrivningar 2024, , , ' },
      { plats: 'rad 3', text: 'Klinik: "alla"' },
    ]);
    expect(anmarkningar).toEqual(['2 titelrader ovanför rubrikerna hoppades över']);
  });

  test('one title and nothing else odd: given as it is', async () => {
    const { data, rows } = await read(`Utskrivningar\n${TEXT}`);
    expect(data.map(([rad]) => rad)).toEqual([3, 4]);
    expect(rows).toMatchObject({ numbered: false, skip: 2, lines: 2 });
  });

  test('of equal heading rows the first', async () => {
    const { headerRow, data } = await read('id;kommun\nid;kommun\nV1;Lund\n');
    expect([headerRow, data.length]).toEqual([1, 2]);
  });

  test('spaces between separator and quote', async () => {
    expect((await read('id, kommun\n"V1", "Lund ""x"""\n')).data).toEqual([[2, 'V1', 'Lund "x"']]);
  });
});

describe('the end of the file', () => {
  test('totals are refused apart, wherever their text stands', async () => {
    const { data, broken } = await read(
      lines(...ROWS, ';;;', 'Summa;;;2', 'Antal rader: 2', ';;;', 'Rapporten skapad 2024-02-01;;;', '', ''),
    );
    expect(data).toEqual(DATA);
    expect(broken).toEqual([
      { rad: 5, kod: 'summarad', text: 'Summa;;;2' },
      { rad: 6, kod: 'summarad', text: 'Antal rader: 2' },
      { rad: 8, kod: 'summarad', text: 'Rapporten skapad 2024-02-01;;;' },
    ]);
  });

  test('a row that begins like a total among data, or with data beside it, is data', async () => {
    const { data, broken } = await read(lines('Summa;;;', 'V1;a;b;c', 'Totalt;Lund;SUS;2024-01-01'));
    expect(data.map(([, id]) => id)).toEqual(['Summa', 'V1', 'Totalt']);
    expect(broken).toEqual([]);
  });

  test('empty rows and columns', async () => {
    const { data, headings, anmarkningar, rows } = await read(
      'id;kommun;;;\nV1;Lund;;;\n;;;;\nV2;Malmö;;;\n;;;;\n;;;;\n',
    );
    expect(headings).toEqual(['id', 'kommun']);
    expect(data).toEqual([
      [2, 'V1', 'Lund'],
      [3, null, null],
      [4, 'V2', 'Malmö'],
    ]);
    expect(rows).toMatchObject({ fields: 5, numbered: true });
    expect(anmarkningar).toEqual(['2 tomma rader sist i filen hoppades över']);
  });

  test('empty columns alone: given as it is', async () => {
    const { data, rows, headings } = await read('id;kommun;;\nV1;Lund;;\n\n\n');
    expect([data, headings]).toEqual([[[2, 'V1', 'Lund']], ['id', 'kommun']]);
    expect(rows).toMatchObject({ fields: 4, numbered: false });
  });

  test('a column without heading is kept when it holds something', async () => {
    const { headings, data } = await read('id;kommun;;\nV1;Lund;x;\n');
    expect([headings, data]).toEqual([['id', 'kommun', ''], [[2, 'V1', 'Lund', 'x']]]);
  });

  test('a column without heading that holds something only far into the file', async () => {
    const many = (row: string) => Array.from({ length: 90_000 }, () => row).join('\r\n');
    const plain = await read(`id;kommun;;\r\n${many('V1;Lund;;')}\r\n`);
    expect([plain.headings, plain.rows]).toMatchObject([['id', 'kommun'], { numbered: false }]);
    const { headings, data } = await read(`id;kommun;;\r\n${many('V1;Lund;;')}\r\nV2;Lund;x;\r\nV3;Lund;;`);
    expect([headings, data.at(-2)]).toEqual([
      ['id', 'kommun', ''],
      [90_002, 'V2', 'Lund', 'x'],
    ]);
  });

  test('only headings', async () => {
    expect(await read(`${HEAD}\r\n\r\n`)).toMatchObject({ data: [], broken: [], headings: HEAD.split(';') });
  });
});
