import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../../errors.ts';
import { fold } from '../../profile/fold.ts';
import type { Profile } from '../../profile/read.ts';
import { spaced } from '../../report/text.ts';
import { identifier } from '../sql-text.ts';
import { redact } from './number.ts';
import { type CheckedColumn, hasNumberSql, identityCheckSql } from './sql.ts';

/** A column of the table that holds text: its name there, its heading in the file, the known column it is (else null). */
export type IdentityColumn = {
  name: string;
  rubrik: string;
  kolumn: string | null;
  kind: CheckedColumn['kind'];
};

export type IdentityCheck = {
  fil: string;
  /** The file's table, as it is written in SQL. */
  table: string;
  columns: IdentityColumn[];
  profile: Pick<Profile, 'nummerserier'>;
  /** Columns that were read but not kept, and the table's column with what `unknownColumnsExpression` said of them. */
  unknown?: { name: string; rubriker: string[] };
  /** SQL expression for a row's number in the file; without it no rows are named. */
  rad?: string | undefined;
};

type Found = { column: IdentityColumn; antal: number; serie: boolean; rader: number[] };

const ROWS_SHOWN = 5;

/**
 * Throws DataError when a value of the table is or holds a valid personnummer or samordningsnummer: file, columns, counts
 * and first rows, never the number. Values of a declared number series are excepted when they are nothing but digits,
 * with or without letters before or after them.
 */
export async function assertNoIdentity(connection: DuckDBConnection, check: IdentityCheck): Promise<void> {
  const found = [...(await inColumns(connection, check)), ...(await inUnknown(connection, check))];
  if (found.length > 0) throw new DataError(message(check.fil, found));
}

/** True if the profile declares the column a number series, by its own name or its heading. */
function isSeries(profile: Pick<Profile, 'nummerserier'>, rubrik: string, kolumn: string | null): boolean {
  const names = profile.nummerserier.map(fold);
  return names.includes(fold(rubrik)) || (kolumn !== null && names.includes(fold(kolumn)));
}

async function inColumns(connection: DuckDBConnection, check: IdentityCheck): Promise<Found[]> {
  const { table, columns, profile, rad } = check;
  if (columns.length === 0) return [];
  const checked = columns.map(({ name, rubrik, kolumn, kind }) => ({
    name,
    kind,
    series: isSeries(profile, rubrik, kolumn),
  }));
  const result = await connection.runAndReadAll(identityCheckSql(table, checked));
  const found: Found[] = [];
  for (const row of result.getRowObjects()) {
    const nr = Number(row.nr);
    const rader = rad ? await firstRows(connection, table, rad, hasNumberSql(checked[nr]!)) : [];
    found.push({ column: columns[nr]!, antal: Number(row.antal), serie: row.i_serie === true, rader });
  }
  return found;
}

async function inUnknown(connection: DuckDBConnection, check: IdentityCheck): Promise<Found[]> {
  const { table, unknown, rad } = check;
  if (!unknown) return [];
  const name = identifier(unknown.name);
  const result = await connection.runAndReadAll(`
    select rtrim(plats, 's')::integer as nr, count(*)::double as antal, bool_and(plats like '%s') as i_serie
    from (select unnest(string_split(${name}, ',')) as plats from ${table} where ${name} is not null)
    group by nr order by nr`);
  const found: Found[] = [];
  for (const row of result.getRowObjects()) {
    const nr = Number(row.nr);
    const has = `list_has_any(string_split(${name}, ','), ['${nr}', '${nr}s'])`;
    const rader = rad ? await firstRows(connection, table, rad, has) : [];
    const column: IdentityColumn = {
      name: unknown.name,
      rubrik: unknown.rubriker[nr]!,
      kolumn: null,
      kind: 'id',
    };
    found.push({ column, antal: Number(row.antal), serie: row.i_serie === true, rader });
  }
  return found;
}

async function firstRows(
  connection: DuckDBConnection,
  table: string,
  rad: string,
  condition: string,
): Promise<number[]> {
  const result = await connection.runAndReadAll(
    `select (${rad})::double as rad from ${table} where ${condition} order by rad limit ${ROWS_SHOWN}`,
  );
  return result.getRowObjects().map((row) => Number(row.rad));
}

function message(fil: string, found: Found[]): string {
  const patient = found.filter(({ column }) => column.kolumn === 'patient_id');
  const series = found.filter(({ column, serie }) => serie && column.kind === 'id');
  return [
    `Filen ${fil} innehåller personnummer eller samordningsnummer. Inget ur filen har sparats.`,
    ...found.map(
      ({ column, antal, rader }) =>
        `  kolumnen ${nameOf(column)}: ${spaced(antal)} ${antal === 1 ? 'rad' : 'rader'}${places(antal, rader)}`,
    ),
    'Ta ut utdraget på nytt utan dem: ett löpnummer räcker som id, och fri text behövs inte.',
    ...(patient.length > 0
      ? [
          'Är det patientens id: bygg med --pseudonymize NYCKELFIL, så ersätts det med en pseudonym redan vid inläsningen.',
        ]
      : []),
    ...(found.some(({ column }) => column.kind === 'date')
      ? ['Är det tider: skriv dem som 2023-06-24 14:05. Utan kolon går de inte att skilja från personnummer.']
      : []),
    ...(series.length > 0
      ? [
          `Är ${series.map(({ column }) => nameOf(column)).join(', ')} en nummerserie, där några nummer bara råkar likna ` +
            'personnummer: skriv kolumnen under nummerserier i profilen.',
        ]
      : []),
  ].join('\n');
}

/** `patient_id ("Patient")`: a heading is quoted, so it is masked too. */
function nameOf({ kolumn, rubrik }: IdentityColumn): string {
  const heading = `"${redact(rubrik)}"`;
  if (kolumn === null) return rubrik === '' ? '(utan rubrik)' : heading;
  return fold(kolumn) === fold(rubrik) ? kolumn : `${kolumn} (${heading})`;
}

function places(antal: number, rader: number[]): string {
  if (rader.length === 0) return '';
  return ` (rad ${rader.join(', ')}${antal > rader.length ? ' …' : ''})`;
}
