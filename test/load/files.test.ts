import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadExtracts } from '../../data-loaders/extracts/load.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { openDatabase } from '../../data-loaders/sql.ts';
import { csv, folderWith, loadMessage, messageOf } from './helpers.ts';

const STAY = csv('vardtillfalle_id;vardgivare;inskrivning', 'V1;SUS;2024-01-01');
const BEGINS =
  'Filnamnen ska börja med något av: utskrivningsklar, utskrivningar, aterinskrivningar, vardtillfallen, befolkning, vardplatser, jamforelse, aktiviteter.';

/** Each with the exact message: these stop the build. */
describe('files that stop the build', () => {
  test('empty folder', async () => {
    expect(await loadMessage({})).toBe(`Mappen MAPP är tom. Lägg utdragen där. ${BEGINS}`);
  });

  test('folder without extracts, and the likely file named', async () => {
    expect(await loadMessage({ 'utskrivnigar.csv': STAY, 'läsmig.txt': 'x' })).toBe(
      `Mappen MAPP har inga utdrag, bara: läsmig.txt, utskrivnigar.csv. ${BEGINS} Menade du utskrivningar för utskrivnigar.csv?`,
    );
  });

  test('folder that does not exist, or is a file', async () => {
    const { connection, close } = await openDatabase(':memory:');
    const load = (path: string) => messageOf(() => loadExtracts(connection, path, readProfile('skane')));
    expect(await load('/finns/inte')).toBe(
      'Mappen /finns/inte finns inte. Kontrollera sökvägen efter --extracts.',
    );
    expect(await load(import.meta.filename)).toBe(
      `${import.meta.filename} är en fil. Ange mappen som filen ligger i efter --extracts.`,
    );
    close();
  });

  test('file that cannot be opened', async () => {
    const folder = folderWith({});
    symlinkSync(join(folder, 'borta.csv'), join(folder, 'utskrivningar.csv'));
    const { connection, close } = await openDatabase(':memory:');
    expect(await messageOf(() => loadExtracts(connection, folder, readProfile('skane')))).toBe(
      'Filen utskrivningar.csv går inte att öppna: rättighet saknas, eller så är den en länk till en fil som inte finns.',
    );
    close();
  });

  test.each(['', '\n\n', '\ufeff', 'sep=;\n'])('empty file: %j', async (content) => {
    expect(await loadMessage({ 'utskrivningar.csv': content })).toBe(
      'Filen utskrivningar.csv är tom. Exportera utdraget på nytt eller ta bort filen.',
    );
  });

  test('empty Parquet file', async () => {
    expect(await loadMessage({ 'utskrivningar.parquet': '' })).toBe(
      'Filen utskrivningar.parquet är tom. Exportera utdraget på nytt eller ta bort filen.',
    );
  });

  test('header without rows', async () => {
    expect(
      await loadMessage({ 'utskrivningar.csv': 'vardtillfalle_id;vardgivare;inskrivning\r\n\r\n' }),
    ).toBe(
      'Filen utskrivningar.csv har bara en rubrikrad och inga rader. Exportera utdraget på nytt eller ta bort filen.',
    );
  });

  test('missing required column: what there is, and the nearest', async () => {
    const content = csv('vardtillfalle_id;kommun;Utskr.klar', 'V1;Lund;2024-01-01');
    expect(await loadMessage({ 'utskrivningsklar.csv': content })).toBe(
      'Kolumnen utskrivningsklar saknas i utskrivningsklar.csv. Filen har kolumnerna: vardtillfalle_id, kommun, Utskr.klar. ' +
        'Närmast är "Utskr.klar": byt rubriken till utskrivningsklar eller skriv den under kolumner i profilen.',
    );
  });

  test('missing required column: nothing near', async () => {
    const content = csv('datum;pris', '2024-01-01;3');
    expect(await loadMessage({ 'utskrivningsklar.csv': content })).toBe(
      'Kolumnen vardtillfalle_id eller patient_id + inskrivning saknas i utskrivningsklar.csv. Filen har kolumnerna: datum, pris. ' +
        'Lägg till kolumnen, eller skriv vad den heter hos er under kolumner i profilen.\n' +
        'Kolumnen kommun eller kommunkod saknas också.\nKolumnen utskrivningsklar saknas också.',
    );
  });

  test('all that is missing is told at once, each with its nearest', async () => {
    const content = csv('id;komun;vardgivare;Inskr', 'V1;Lund;SUS;2024-01-01');
    expect(await loadMessage({ 'vardtillfallen.csv': content })).toBe(
      'Kolumnen kommun eller kommunkod saknas i vardtillfallen.csv. Filen har kolumnerna: id, komun, vardgivare, Inskr. ' +
        'Närmast är "komun": byt rubriken till kommun eller skriv den under kolumner i profilen.\n' +
        'Kolumnen utskrivningsklar eller inskrivning saknas också. ' +
        'Närmast är "Inskr": byt rubriken till inskrivning eller skriv den under kolumner i profilen.',
    );
  });

  test('no heading row: the first row is not shown', async () => {
    expect(
      await loadMessage({ 'utskrivningar.csv': csv('Anna;1281;2024-01-01', 'Bo;1281;2024-01-01') }),
    ).toBe(
      'Filen utskrivningar.csv har ingen rubrikrad: den första raden ser ut att vara data. Lägg till rubriker och försök igen.',
    );
  });

  test('the same column twice, under one name or two', async () => {
    const content = csv(
      'vardtillfalle_id;vardgivare;Inskrivning;Inskrivningsdatum',
      'V1;SUS;2024-01-01;2024-01-01',
    );
    expect(await loadMessage({ 'utskrivningar.csv': content })).toBe(
      'Kolumnen inskrivning finns två gånger i utskrivningar.csv: rubrikerna "Inskrivning" (kolumn 3) och "Inskrivningsdatum" (kolumn 4). ' +
        'Ta bort den ena, eller skriv den rätta under kolumner i profilen.',
    );
  });

  test('unknown ending and broken Parquet', async () => {
    expect(await loadMessage({ 'utskrivningar.dat': STAY })).toBe(
      'Filen utskrivningar.dat har en filändelse som inte kan läsas. Spara den som .csv (UTF-8), .xlsx eller .parquet.',
    );
    expect(await loadMessage({ 'utskrivningar.parquet': 'inte parquet' })).toBe(
      'Filen utskrivningar.parquet går inte att läsa som Parquet. Exportera utdraget på nytt eller spara det som CSV (UTF-8).',
    );
  });

  test('a quote that swallows rows', async () => {
    const content = csv('vardtillfalle_id;vardgivare;inskrivning', 'V1;"SUS;2024-01-01', 'V2;SUS;2024-01-01');
    expect(await loadMessage({ 'utskrivningar.csv': content })).toBe(
      'Ett citattecken öppnas på rad 2 i utskrivningar.csv men stängs inte på raden, så att raderna efter inte går att skilja åt. ' +
        'Rätta citattecknen, eller exportera utdraget på nytt.',
    );
  });
});
