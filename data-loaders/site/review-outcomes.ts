/** The sheets of the reviewer's workbook with figures. */
import { levelName, outcomeText, stepName } from '../../src/components/index.ts';
import type { Data } from '../../src/lib/data.ts';
import type { MalArRad } from '../judgement-types.ts';
import type { Sheet } from '../publish/xlsx/workbook.ts';
import { sheet, type Value } from './review-sheet.ts';

/** The outcome as the pages have it. */
const outcome = ({ utfall, ...row }: MalArRad): string =>
  utfall === 'inget_mal' ? 'inget mål' : outcomeText({ ...row, utfall });

/** Every final year. A hidden outcome has no number. */
export function goals(data: Data): Sheet {
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
      ...[
        row.period.slice(0, 4),
        levelName(row.niva),
        row.enhet,
        row.mal === null ? null : (row.namnd ?? 'ej angiven'),
      ],
      ...[
        row.indikator ? (data.indicator(row.indikator)?.titel ?? row.indikator) : null,
        row.riktning === 'hogst' ? 'högst' : row.riktning,
        row.malvarde,
      ],
      ...[shown(row.status, row.varde), row.nedre, row.ovre, row.antal],
      ...[outcome(row), row.beslutad_av, row.beslutad, row.fran, row.till],
      row.mal === null ? null : row.exempel ? 'ja' : 'nej',
    ]),
  );
}

/** The region, delregioner and kommuner, final years. */
export function bridge(data: Data): Sheet {
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
      ...[row.period.slice(0, 4), levelName(row.niva), row.enhet, row.nr, stepName(row.steg)],
      row.status === 'visas' ? row.varde : row.status,
      ...[row.varde_ovre, row.andring, row.fall, row.dagar, row.slutlig ? 'ja' : 'nej'],
    ]),
  );
}
