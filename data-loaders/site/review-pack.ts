import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Data } from '../../src/lib/data.ts';
import { observations } from '../../src/lib/observations/index.ts';
import { openPage } from '../../src/lib/page.ts';
import { parameterRows } from '../../src/lib/parameters.ts';
import { FILE_TITLES } from '../file-titles.ts';
import { readParts } from '../publish/xlsx/parts.ts';
import { createWorkbook, type Sheet } from '../publish/xlsx/workbook.ts';
import { writeZip } from '../publish/xlsx/zip.ts';
import { KODER } from '../report/koder.ts';

/** The workbook's place below the site. */
export const REVIEW_PACK = 'revision/revisionspaket.xlsx';

type Value = string | number | null;

/** Writes what a reviewer takes along: goals, bridge, findings, extracts, refused rows, queries and parameters. */
export async function writeReviewPack(data: Data, file: string): Promise<void> {
  const { sista_datadag } = data.katalog();
  const bytes = await createWorkbook(
    [
      about(data),
      goals(data),
      bridge(data),
      findings(data),
      extracts(data),
      refused(data),
      queries(data),
      parameters(data),
    ],
    { titel: 'Revisionspaket', dag: sista_datadag },
  );
  mkdirSync(dirname(file), { recursive: true });
  // Packed anew: the zip that the library makes holds a clock.
  writeFileSync(file, writeZip(await readParts(bytes)));
}

const sheet = (namn: string, bredder: number[], headings: string[], rows: Value[][]): Sheet => ({
  namn,
  bredder,
  rubriker: true,
  rader: [headings, ...rows],
});

function about(data: Data): Sheet {
  const { program, profil, profilnamn, region, sista_datadag, syntetisk, troskel } = data.katalog();
  return {
    namn: syntetisk ? 'Syntetiska uppgifter' : 'Om paketet',
    bredder: [26, 110],
    rader: [
      ...(syntetisk ? [['Syntetiska uppgifter', 'Alla vårdtillfällen är påhittade.']] : []),
      [
        'Innehåll',
        'Mål per år, bro mellan medelvärdena, iakttagelser, utdrag, avvisade rader, frågor och parametrar.',
      ],
      ['Region', region.namn],
      ['Data till och med', sista_datadag ?? 'okänt datum'],
      ['Program', `Utskrivningsklar ${program}`],
      ['Profil', `${profilnamn} (${profil})`],
      [
        'Räkna om en siffra',
        'npm run explain -- --cell "indikator|niva|enhet_id|periodtyp|period|grupp|kategori" --extracts MAPP',
      ],
      ...(troskel > 1
        ? [
            [
              'skyddad',
              'Siffran visas inte, för att ingen ska kunna kännas igen. Den är inte noll och inte okänd.',
            ],
          ]
        : []),
    ],
  };
}

const OUTCOME: Record<string, string> = {
  uppnatt: 'uppnått',
  ej_uppnatt: 'ej uppnått',
  gar_inte_att_avgora: 'går inte att avgöra',
  inget_mal: 'inget mål',
};

/** Every final year. A hidden outcome has no number. */
function goals(data: Data): Sheet {
  const rows = data.goalYears().flatMap(({ period }) => data.goalsOf(period));
  const shown = (status: string, value: number | null): Value => (status === 'skyddad' ? 'skyddad' : value);
  return sheet(
    'Mål',
    [7, 12, 22, 28, 38, 10, 10, 10, 10, 10, 10, 20, 30, 12, 12, 12, 10],
    [
      ...[
        'År',
        'Nivå',
        'Enhet',
        'Nämnd',
        'Indikator',
        'Riktning',
        'Mål',
        'Utfall',
        'Nedre gräns',
        'Övre gräns',
        'Fall',
      ],
      ...['Bedömning', 'Beslutad av', 'Beslutad', 'Från', 'Till', 'Exempel'],
    ],
    rows.map((row) => [
      ...[row.period.slice(0, 4), row.niva, row.enhet, row.namnd],
      ...[
        row.indikator ? (data.indicator(row.indikator)?.titel ?? row.indikator) : null,
        row.riktning,
        row.malvarde,
      ],
      ...[shown(row.status, row.varde), row.nedre, row.ovre, row.antal],
      ...[OUTCOME[row.utfall] ?? row.utfall, row.beslutad_av, row.beslutad, row.fran, row.till],
      row.mal === null ? null : row.exempel ? 'ja' : 'nej',
    ]),
  );
}

/** The region, delregioner and kommuner, final years. */
function bridge(data: Data): Sheet {
  const { enheter } = data.katalog();
  const rows = enheter.flatMap((unit) =>
    data.periods('medeldagar_alla', unit, 'ar').flatMap((period) => data.bridge(unit, 'ar', period)),
  );
  return sheet(
    'Bro',
    [7, 12, 22, 8, 16, 10, 12, 10, 10, 10, 10],
    [
      'År',
      'Nivå',
      'Enhet',
      'Nummer',
      'Steg',
      'Medelvärde',
      'Medelvärde, högst',
      'Ändring',
      'Fall',
      'Dagar',
      'Slutlig',
    ],
    rows.map((row) => [
      ...[row.period.slice(0, 4), row.niva, row.enhet, row.nr, row.steg],
      row.status === 'visas' ? row.varde : row.status,
      ...[row.varde_ovre, row.andring, row.fall, row.dagar, row.slutlig ? 'ja' : 'nej'],
    ]),
  );
}

const findings = (data: Data): Sheet =>
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

const extracts = (data: Data): Sheet =>
  sheet(
    'Utdrag',
    [30, 20, 12, 12, 70],
    ['Fil', 'Slag', 'Lästa rader', 'Använda', 'SHA-256'],
    data.katalog().filer.map(({ fil, slag, lasta, anvanda, sha256 }) => [fil, slag, lasta, anvanda, sha256]),
  );

const refused = (data: Data): Sheet =>
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

function queries(data: Data): Sheet {
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

const parameters = (data: Data): Sheet =>
  sheet('Parametrar', [60, 40], ['Parameter', 'Värde'], parameterRows(data.katalog()));
