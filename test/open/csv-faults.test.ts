import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MAX_RECORD } from '../../data-loaders/extracts/open/limits.ts';
import { message, read } from './helpers.ts';

const HEAD = 'id;kommun;vardgivare;inskrivning';
const fil = 'utskrivningar.csv';
const lines = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`;
const latin1 = (text: string) => iconv.encode(text, 'windows-1252');
const GOOD = 'V1;Lund;SUS;2024-01-01';

describe('encodings that cannot be trusted', () => {
  test('UTF-8 with a Windows-1252 letter far into the file', async () => {
    const early = Buffer.from(lines('V1;Malmö;SUS;', ...Array.from({ length: 90_000 }, () => GOOD)));
    const bytes = Buffer.concat([early, latin1('V2;Malmö;SUS;\n')]);
    expect(await message(bytes)).toBe(
      `Filen ${fil} blandar två teckenkodningar: rad 2 är UTF-8 men inte rad 90003. ` +
        'Exportera utdraget på nytt med en och samma teckenkodning, helst UTF-8.',
    );
  });

  test('Windows-1252 that happens to hold what UTF-8 could be', async () => {
    const { data } = await read(latin1(lines('V1;”MALMÖ”;Å\u00a0Ä\u00a0;Ö–')));
    expect(data).toEqual([[2, 'V1', '”MALMÖ”', 'Å\u00a0Ä\u00a0', 'Ö–']]);
  });

  test('a byte neither has', async () => {
    const bytes = Buffer.concat([latin1(lines(GOOD)), Buffer.from([0x56, 0x81, 0x0a])]);
    expect(await message(bytes)).toBe(
      `Filen ${fil} är varken kodad i UTF-8 eller Windows-1252: rad 3 har ett tecken som inte finns i någon av dem. ` +
        'Spara den som "CSV UTF-8" i Excel eller välj UTF-8 i källsystemet.',
    );
  });

  test('a character cut off at the end of the file', async () => {
    expect(await message(Buffer.from(`${HEAD}\n${GOOD}\nV2;Malmö`).subarray(0, -1))).toBe(
      `Filen ${fil} är avhuggen mitt i ett tecken (rad 3, den sista). Exportera utdraget på nytt.`,
    );
    expect((await read(latin1(`${HEAD}\nV2;å;b;Ö`))).data).toEqual([[2, 'V2', 'å', 'b', 'Ö']]);
  });

  test('NUL', async () => {
    expect(await message(lines(GOOD, 'V2;Lu\0nd;SUS;'))).toBe(
      `Filen ${fil} innehåller NUL-tecken (rad 3): den är skadad eller ingen textfil. Exportera utdraget på nytt.`,
    );
  });

  test('UTF-16 with half a character', async () => {
    const text = Buffer.concat([
      iconv.encode(lines(GOOD), 'utf-16le', { addBOM: true }),
      Buffer.from([0x3d, 0xd8, 0x41, 0]),
    ]);
    expect(await message(text)).toBe(
      `Filen ${fil} är kodad i UTF-16 men skadad. Exportera utdraget på nytt, helst i UTF-8.`,
    );
  });
});

describe('files of another kind', () => {
  test.each([
    [
      'PK\u0003\u0004',
      'är ett kalkylblad eller en zip-fil under fel namn. Ge den ändelsen .xlsx om den är en Excel-arbetsbok, eller spara den som CSV (UTF-8).',
    ],
    [
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'är ett äldre eller låst kalkylblad under fel namn. Spara den som .xlsx utan lösenord eller som CSV (UTF-8).',
    ],
    ['PAR1', 'är en Parquet-fil under fel namn. Ge den ändelsen .parquet.'],
    [gzipSync(gzipSync('id')), 'är packad två gånger. Packa upp den och lägg den i mappen.'],
    [
      gzipSync(lines(GOOD)).subarray(0, 40),
      'går inte att packa upp: den är skadad eller avhuggen. Packa eller exportera den på nytt.',
    ],
    [
      gzipSync(Buffer.alloc(70 << 20)),
      'packas upp till mer än 64 MB, orimligt mycket för sin storlek. Lägg den uppackade filen i mappen, om den är som den ska.',
    ],
    ['', 'är tom. Exportera utdraget på nytt eller ta bort filen.'],
    ['\ufeff\n ;;\n', 'är tom. Exportera utdraget på nytt eller ta bort filen.'],
    ['sep=;', 'är tom. Exportera utdraget på nytt eller ta bort filen.'],
  ])('%#', async (content, text) => {
    expect(await message(content)).toBe(`Filen ${fil} ${text}`);
  });
});

const unclosed = (rad: number) =>
  `Ett citattecken öppnas på rad ${rad} i ${fil} men stängs inte på raden, så att raderna efter inte går att skilja åt. ` +
  'Rätta citattecknen, eller exportera utdraget på nytt.';

describe('quotes that take rows with them', () => {
  test.each<[string, string[], number]>([
    ['never closed', ['V1;Lund;"SUS;1', GOOD, GOOD], 2],
    ['closed by the next quoted text', [GOOD, 'V2;"Lund;SUS;1', 'V3;"Malmö";SUS;1', GOOD], 3],
    ['closed in the same column of the next row', ['V1;Lund;"SUS;1', 'V2;Lund;SUS";1', GOOD], 2],
    ['closed in another column of the next row', ['V1;"Lund;SUS;1', 'V2;Lund;SUS";1', GOOD], 2],
    ['the last column', ['V1;Lund;SUS;"1', 'V2;Lund;SUS;1"', GOOD], 2],
  ])('%s', async (_, rows, rad) => {
    expect(await message(lines(...rows))).toBe(unclosed(rad));
  });

  test('a text of several lines with separators in it is no fault', async () => {
    const { data } = await read(lines('V1;"a;b\nc";SUS;1', GOOD));
    expect(data[0]).toEqual([2, 'V1', 'a;b\nc', 'SUS', '1']);
  });

  test('far into a file that does not fit in one piece', async () => {
    const many = Array.from({ length: 20_000 }, () => GOOD);
    expect(await message(lines(...many, 'V1;Lund;"SUS;1', ...many), { careful: true })).toBe(
      unclosed(20_002),
    );
  });
});

describe('limits', () => {
  const long = (rad: number) =>
    `Rad ${rad} i ${fil} är längre än 1 MB: ett citattecken kan vara öppet, eller radslut saknas. ` +
    'Rätta raden, eller exportera utdraget på nytt.';

  test('a long line, as heading, as row, quoted', async () => {
    const text = 'x'.repeat(3 * MAX_RECORD);
    expect(await message(text)).toBe(long(1));
    expect(await message(lines(GOOD, `V2;${text}`, GOOD))).toBe(long(3));
    expect(await message(lines(GOOD, `V2;"${text}";a;b`, GOOD))).toBe(long(3));
    expect(await message(latin1(lines(GOOD, `V2;å${text}`)))).toBe(long(3));
  });

  test('rows that grow when their quotes are doubled', async () => {
    expect(await message(lines(GOOD, `V2;x${'"'.repeat(MAX_RECORD - 100)};a;b`), { careful: true })).toBe(
      long(3),
    );
  });

  test('too many broken rows, too many stray quotes', async () => {
    expect(await message(lines(...Array.from({ length: 100_001 }, () => 'a;b')))).toBe(
      `Fler än 100000 rader i ${fil} går inte att dela upp i fält. Kontrollera skiljetecken och citattecken, eller exportera utdraget på nytt.`,
    );
    expect(await message(lines(...Array.from({ length: 5_001 }, () => 'V1;"a"b;c;d')))).toBe(
      `Fler än 5000 rader i ${fil} har trasiga citattecken. Dubblera citattecken inne i texter, eller exportera utdraget på nytt.`,
    );
  });

  test('memory stays low whatever the file', async () => {
    const chunk = Buffer.alloc(1 << 20, 'x');
    const bytes = Buffer.concat([Buffer.from(`${HEAD}\n`), ...Array.from({ length: 64 }, () => chunk)]);
    const before = process.memoryUsage().heapUsed;
    onTestFinished(() => global.gc?.());
    expect(await message(bytes)).toBe(long(2));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40 << 20);
  });
});

describe('rows that cannot be split', () => {
  test('too few and too many fields; too many that are empty are dropped', async () => {
    const { data, broken } = await read(lines('V1;Lund', 'V2;a;b;c;d', 'V3;a;b;c;;', 'V4;a;b;c'));
    expect(data.map(([rad, id]) => [rad, id])).toEqual([
      [4, 'V3'],
      [5, 'V4'],
    ]);
    expect(broken).toEqual([
      { rad: 2, kod: 'fel_antal_falt', text: 'V1;Lund' },
      { rad: 3, kod: 'fel_antal_falt', text: 'V2;a;b;c;d' },
    ]);
  });

  test('a stray quote breaks its own line only', async () => {
    const { data, broken } = await read(
      lines('V1;"Lu"nd;b;c', 'V2;a;"two\nlines";c', 'V3;"Ma"lm"ö";b;c', 'V4;a"b;c;d', 'V5;a;b;"c'),
    );
    expect(data).toEqual([
      [3, 'V2', 'a', 'two\nlines', 'c'],
      [5, 'V4', 'a"b', 'c', 'd'],
    ]);
    expect(broken).toEqual([
      { rad: 2, kod: 'trasigt_citattecken', text: 'V1;"Lu"nd;b;c' },
      { rad: 4, kod: 'trasigt_citattecken', text: 'V3;"Ma"lm"ö";b;c' },
      { rad: 6, kod: 'trasigt_citattecken', text: 'V5;a;b;"c' },
    ]);
  });
});
