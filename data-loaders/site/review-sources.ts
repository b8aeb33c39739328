/** The sheets of the reviewer's workbook on what the figures rest on. */
import type { Data } from '../../src/lib/data.ts';
import { observations } from '../../src/lib/observations/index.ts';
import { openPage } from '../../src/lib/page.ts';
import { parameterRows } from '../../src/lib/parameters.ts';
import { FILE_TITLES } from '../file-titles.ts';
import type { Sheet } from '../publish/xlsx/workbook.ts';
import { KODER } from '../report/koder.ts';
import { sheet } from './review-sheet.ts';

export const findings = (data: Data): Sheet =>
  sheet(
    'Iakttagelser',
    [8, 46, 80, 80],
    ['Nummer', 'Iakttagelse', 'Vad', 'Varför'],
    observations(openPage(data, '/revision')).map(({ rubrik, vad, varfor }, i) => [
      i + 1,
      rubrik,
      vad,
      varfor,
    ]),
  );

export const extracts = (data: Data): Sheet =>
  sheet(
    'Utdrag',
    [30, 20, 12, 12, 70],
    ['Fil', 'Slag', 'Lästa rader', 'Använda', 'SHA-256'],
    data.katalog().filer.map(({ fil, slag, lasta, anvanda, sha256 }) => [fil, slag, lasta, anvanda, sha256]),
  );

export const refused = (data: Data): Sheet =>
  sheet(
    'Avvisade rader',
    [30, 34, 80, 10, 40],
    ['Fil', 'Kod', 'Orsak', 'Rader', 'Radnummer, de första'],
    data
      .katalog()
      .filer.flatMap(({ fil, avvisade, rader }) =>
        Object.entries(avvisade).map(([code, count]) => [
          ...[fil, code, KODER[code]?.text ?? code, count],
          (rader.avvisade[code] ?? []).join(', '),
        ]),
      ),
  );

export function queries(data: Data): Sheet {
  const { indikatorer, bedomningar, program } = data.katalog();
  return sheet(
    'Indikatorer',
    [30, 50, 44, 70, 10, 10, 10, 10, 40],
    [
      'Id',
      'Titel',
      'Fråga',
      'SHA-256',
      'Program',
      'Visas',
      'Skyddade',
      'Saknas',
      'Avstängd: kolumn som saknas',
    ],
    [
      ...indikatorer.map(({ id, titel, fil, sql_sha256, rader, avstangd_saknar }) => [
        ...[id, titel, `queries/${fil}`, sql_sha256, program, rader.visas, rader.skyddad, rader.saknas],
        avstangd_saknar.join(', '),
      ]),
      ...bedomningar.map(({ id, laser, sql_sha256 }) => [
        ...[
          id,
          FILE_TITLES[id] ?? id,
          `queries/${laser.at(-1)}`,
          sql_sha256,
          program,
          null,
          null,
          null,
          null,
        ],
      ]),
    ],
  );
}

export const parameters = (data: Data): Sheet =>
  sheet('Parametrar', [60, 40], ['Parameter', 'Värde'], parameterRows(data.katalog()));
