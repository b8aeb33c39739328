import { writeXlsx } from 'hucre/xlsx';
import { expect, onTestFinished, test } from 'vitest';
import { XLSX_LIMITS } from '../../data-loaders/extracts/open/limits.ts';
import { message, read } from './helpers.ts';
import { bare, zip } from './zip.ts';

const fil = 'utskrivningar.xlsx';
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEADING = `<row r="1">${cell('A1', 'id')}${cell('B1', 'kommun')}</row>`;
const AGAIN = 'Öppna den i Excel och spara den på nytt, eller spara den som CSV (UTF-8).';
const DAMAGED = `Filen ${fil} går inte att läsa som Excel-arbetsbok: den är skadad eller i ett annat format. ${AGAIN}`;

/** The limits as given until the test is done. */
function limited(limits: Partial<typeof XLSX_LIMITS>): void {
  const former = { ...XLSX_LIMITS };
  Object.assign(XLSX_LIMITS, limits);
  onTestFinished(() => void Object.assign(XLSX_LIMITS, former));
}

test('a bare one is read', async () => {
  const row = `<row r="3">${cell('A3', 'V1')}<c r="B3"><f>A1</f></c></row>`;
  const { data, anmarkningar } = await read(bare(HEADING + row), { fil });
  expect(data).toEqual([[3, 'V1', null]]);
  expect(anmarkningar).toEqual(['formler utan sparat värde räknas som tomma; spara arbetsboken i Excel']);
});

test('empty, no workbook, locked, older', async () => {
  expect(await message('', { fil })).toBe(
    `Filen ${fil} är tom. Exportera utdraget på nytt eller ta bort filen.`,
  );
  expect(await message(await writeXlsx({ sheets: [{ name: 'A', rows: [] }] }), { fil })).toBe(
    `Filen ${fil} är tom. Exportera utdraget på nytt eller ta bort filen.`,
  );
  expect(await message('id;kommun\nV1;Lund\n', { fil })).toBe(DAMAGED);
  expect(await message(zip({ 'a.txt': 'x' }), { fil })).toBe(DAMAGED);
  const locked = await writeXlsx({
    sheets: [{ name: 'A', rows: [['id']] }],
    encryption: { password: 'hemligt', spinCount: 10 },
  });
  expect(await message(locked, { fil })).toBe(
    `Filen ${fil} är låst med lösenord eller ett äldre kalkylblad (.xls). Spara den som Excel-arbetsbok (.xlsx) utan lösenord, eller som CSV (UTF-8).`,
  );
});

test('cut short, a changed byte, another size than it says, rows out of order', async () => {
  const row = `<row r="2">${cell('A2', 'V1')}</row>`;
  const good = bare(HEADING + row);
  expect((await read(good, { fil })).data).toHaveLength(1);
  expect(await message(good.subarray(0, good.length - 40), { fil })).toBe(DAMAGED);
  const changed = Buffer.from(good);
  const at = changed.indexOf('sheet1.xml') + 30;
  changed[at] = changed[at]! ^ 1;
  expect(await message(changed, { fil })).toBe(DAMAGED);
  expect(await message(bare(HEADING + row, '', 10), { fil })).toBe(DAMAGED);
  expect(await message(bare(HEADING + row + row), { fil })).toBe(DAMAGED);
});

test('a zip bomb ends in a message, whatever it is made of', async () => {
  const large = `Filen ${fil} packas upp till orimligt mycket och läses inte. Öppna den i Excel och spara bara bladet med utdraget, eller spara det som CSV (UTF-8).`;
  expect(await message(bare(HEADING, '', 2 ** 31), { fil })).toBe(large);
  const wide = Array.from(
    { length: 3_000 },
    (_, at) => `<row r="${at + 2}"><c r="XFD${at + 2}"><v>1</v></c></row>`,
  );
  expect(await message(bare(HEADING + wide.join('')), { fil })).toBe(
    `Filen ${fil} har orimligt många celler (fler än 40 miljoner). Ta bort tomma kolumner, eller spara bladet som CSV (UTF-8).`,
  );
});

test('more memory than a workbook may take', async () => {
  limited({ memory: 96 });
  expect(await message(bare(HEADING, '<si/>'.repeat(1_000_000)), { fil })).toBe(
    `Filen ${fil} tar för mycket minne att läsa som kalkylblad. Spara bladet som CSV (UTF-8).`,
  );
});

test('more time than a workbook may take', async () => {
  limited({ small: 0, milliseconds: 1 });
  expect(await message(bare(HEADING), { fil })).toBe(
    `Filen ${fil} tar för lång tid att läsa som kalkylblad. Spara bladet som CSV (UTF-8).`,
  );
});

test('a large one is read in a thread of its own, with the same result', async () => {
  const row = `<row r="2">${cell('A2', 'V1')}</row><row r="3">${cell('A3', 'Summa')}</row>`;
  const here = await read(bare(HEADING + row), { fil });
  limited({ small: 0 });
  const { rows, ...there } = await read(bare(HEADING + row), { fil });
  expect(there).toEqual(
    expect.objectContaining({ data: here.data, broken: here.broken, headings: here.headings }),
  );
});
