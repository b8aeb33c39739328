import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../data-loaders/sql.ts';
import { csv, folderWith, loadMessage, stage, written } from '../load/helpers.ts';

const HEADINGS = 'vardtillfalle_id;patient_id;kommun;vardgivare;inskrivning;utskrivning;orsak;Kommentar';
const row = (values: Record<string, string>) =>
  ['V1', 'P1', 'Lund', 'SUS', '2024-01-01', '2024-01-05', '', 'ingen']
    .map((value, index) => values[HEADINGS.split(';')[index]!] ?? value)
    .join(';');

/** What loading stops with when one row of three has these values. */
const stopped = (values: Record<string, string>) =>
  loadMessage({ 'utskrivningar.csv': csv(HEADINGS, row({}), row(values), row({ vardtillfalle_id: 'V3' })) });

test.each(['vardtillfalle_id', 'patient_id', 'kommun', 'vardgivare', 'inskrivning', 'utskrivning'])(
  'in the column %s',
  async (column) => {
    expect(await stopped({ [column]: '19121212-1212' })).toContain(`\n  kolumnen ${column}: 1 rad (rad 3)\n`);
  },
);

test('in columns that are not known, in free text', async () => {
  expect(await stopped({ orsak: 'hustru 701063-2391', Kommentar: 'tfn 121212 1212' })).toMatch(
    /\n {2}kolumnen (orsak|"orsak"): 1 rad \(rad 3\)\n {2}kolumnen "Kommentar": 1 rad \(rad 3\)\n/,
  );
});

test('in a heading, before any message quotes it', async () => {
  expect(await loadMessage({ 'utskrivningar.csv': csv('19121212-1212;kommun', 'x;Lund') })).toBe(
    'Filen utskrivningar.csv innehåller personnummer eller samordningsnummer utanför tabellens kolumner: 1 text ' +
      '(rubrikraden). Inget ur filen har sparats. Ta bort numren och försök igen.',
  );
});

test('in a row of the wrong form', async () => {
  const broken = csv(HEADINGS, row({}), 'V2;191212121212', row({ vardtillfalle_id: 'V3' }));
  expect(await loadMessage({ 'utskrivningar.csv': broken })).toContain('1 text (rad 3)');
});

test('in the name of an extract, and of a file that is none', async () => {
  const good = csv(HEADINGS, row({}));
  expect(await loadMessage({ 'utskrivningar 19121212-1212.csv': good })).toMatch(
    /^Filnamnet utskrivningar \[dolt/,
  );
  expect(await loadMessage({ 'utskrivningar.csv': good, 'brev 19121212-1212.docx': 'x' })).toMatch(
    /^Filnamnet brev/,
  );
});

test('in Parquet: numbers stored as integers, doubles and decimals', async () => {
  const folder = folderWith({ 'utskrivningar.csv': '' });
  const file = join(folder, 'utskrivningar.parquet');
  for (const type of ['bigint', 'double', 'decimal(18, 2)', 'varchar']) {
    const { connection, close } = await openDatabase(':memory:');
    await connection.run(`
      copy (select 191212121212::${type} as vardtillfalle_id, 'SUS' as vardgivare, date '2024-01-01' as inskrivning)
      to '${file}' (format parquet)`);
    close();
    const { readFileSync } = await import('node:fs');
    const message = await loadMessage({ 'utskrivningar.parquet': readFileSync(file) });
    expect([type, message]).toEqual([
      type,
      expect.stringContaining('kolumnen vardtillfalle_id: 1 rad (rad 2)'),
    ]);
  }
});

test('a declared number series is read; the profile says which, once', async () => {
  const profile = written('namn: Test\nutgar_fran: skane\nnummerserier: [vardtillfalle_id]\n');
  expect(profile.nummerserier).toEqual(['vardtillfalle_id']);
  const file = csv(HEADINGS, row({ vardtillfalle_id: '1212121212' }), 'x;1212121212');
  const { report } = await stage({ 'utskrivningar.csv': file }, profile);
  expect(report.map(({ lasta, anvanda }) => ({ lasta, anvanda }))).toEqual([{ lasta: 2, anvanda: 1 }]);
  expect(() => written('namn: Test\nutgar_fran: skane\nnummerserier: [a, a]\n')).toThrow(
    'nummerserier: "a" står två gånger',
  );
});
