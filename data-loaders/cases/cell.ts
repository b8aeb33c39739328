import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError, UsageError } from '../errors.ts';
import { literal } from '../extracts/sql-text.ts';
import { meant } from '../profile/nearest.ts';
import { readFolder } from '../sql.ts';
import type { Periodtyp } from '../types.ts';
import { PERIOD_TYPES, periodLabel, periodWords } from './period.ts';
import { pick, placeOf, type Request, unitChoice } from './request.ts';
import type { Place } from './source.ts';

/** Where the figure stands among the counted cells, and the SQL condition that finds it. */
export type Asked = { place: Place; where: string; period: string };

const LEVELS: Record<string, string> = {
  kommun: 'kommuner',
  delregion: 'delregioner',
  vardgivare: 'vårdgivare',
  region: 'regionen',
  kommun_vardgivare: 'kommun hos en vårdgivare',
  klinik: 'kliniker',
};

/**
 * The cell the request means, after counting. Throws UsageError for a vårdgivare, period, group or category there is none of,
 * DataError where the extracts lack a column for it.
 */
export async function findCell(connection: DuckDBConnection, request: Request): Promise<Asked> {
  const rows = async <T>(sql: string) =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson() as unknown as T[];
  const { id } = request.indikator;
  const known = await rows<{ kod: string; namn: string }>('select kod, namn from vardgivare order by kod');
  const vardgivare = request.vardgivare
    ? pick('vardgivare', request.vardgivare, known.map(unitChoice), 'bland utdragens vårdgivare')
    : null;
  const place = placeOf(request.kommun, request.delregion, vardgivare);
  const lacking = await rows<{ saknar: string[] }>(
    `select saknar from (${lackingSql}) where indikator = ${literal(id)}`,
  );
  if (lacking[0])
    throw new DataError(
      `Indikatorn ${id} är avstängd: ${list(lacking[0].saknar.map((krav) => krav.replace('|', ' eller ')))} levererades inte.`,
    );

  const cells = await rows<{ periodtyp: Periodtyp; period: string; grupp: string; kategori: string }>(
    `select distinct periodtyp, period::varchar as period, grupp, kategori from indikatorvarde
     where indikator = ${literal(id)} and niva = ${literal(place.niva)} and enhet_id = ${literal(place.enhet_id)}
     order by list_position([${PERIOD_TYPES.map(literal).join(', ')}], periodtyp), period, grupp, kategori`,
  );
  if (cells.length === 0) throw new UsageError(noLevel(request, place));
  const labels = cells.map((cell) => periodLabel(cell.periodtyp, cell.period));
  const periods = [...new Set(labels)];
  const asked = periods.find((label) => label.toLowerCase() === request.period.toLowerCase());
  if (!asked) throw new UsageError(noPeriod(request, place, cells, periods));
  const inPeriod = cells.filter((_, nr) => labels[nr] === asked);
  const grupper = [...new Set(inPeriod.map(({ grupp }) => grupp))];
  if (!grupper.includes(request.grupp))
    throw new UsageError(
      `--grupp "${request.grupp}": ${id} räknas inte för gruppen här. Grupperna är ${grupper.join(', ')}.`,
    );
  const kategorier = [...new Set(inPeriod.map(({ kategori }) => kategori))];
  const kategori =
    request.kategori === undefined
      ? null
      : pick(
          'kategori',
          request.kategori,
          kategorier.map((name) => ({ id: name, names: [name] })),
          `i ${id}`,
        );
  const { periodtyp, period } = inPeriod[0]!;
  const conditions = [
    `periodtyp = ${literal(periodtyp)}`,
    `period = date ${literal(period)}`,
    `grupp = ${literal(request.grupp)}`,
    ...(kategori === null ? [] : [`kategori = ${literal(kategori)}`]),
  ];
  return { place, where: conditions.join(' and '), period: asked };
}

/** The indicators that are off, with the columns they would take. */
const lackingSql = readFolder('6_katalog').find(({ name }) => name === 'krav_saknas')!.sql;

const list = (columns: string[]): string =>
  columns.length === 1 ? `kolumnen ${columns[0]}` : `kolumnerna ${columns.join(', ')}`;

function noLevel({ indikator }: Request, { niva, enhet_id }: Place): string {
  if (indikator.nivaer.includes(niva))
    return `Det finns ingen siffra för ${enhet_id} i ${indikator.id}: utdragen har inget fall där.`;
  const levels = indikator.nivaer.map((level) => LEVELS[level]).join(', ');
  return `${indikator.id} räknas inte för ${LEVELS[niva]}. Den räknas för ${levels}.`;
}

function noPeriod(
  { indikator, period }: Request,
  { niva }: Place,
  cells: { periodtyp: Periodtyp }[],
  labels: string[],
): string {
  const types = periodWords([...new Set(cells.map(({ periodtyp }) => periodtyp))]);
  return (
    `--period "${period}" finns inte${meant(period, labels, '.')} ${indikator.id} räknas för ${LEVELS[niva]} per ${types}. ` +
    'En period skrivs 2024-03, 2024-Q1, 2024-H1, 2024, 2024-03-R12 eller, för en storhelg, med dess första dag.'
  );
}
