import type { DuckDBConnection } from '@duckdb/node-api';
import { loadNoise } from '../ckm/parameters.ts';
import { literal } from '../extracts/sql-text.ts';
import { fold } from './fold.ts';
import { swedishKommuner } from './kommuner.ts';
import { individualLimit, judgementTables } from './model-tables.ts';
import type { Profile } from './read.ts';

type Value = string | number | boolean | null;

/** The profile as tables (`profil_*`, `sverige_kommun`) and as variables for `getvariable`. */
export async function loadProfileTables(connection: DuckDBConnection, profile: Profile): Promise<void> {
  const fill = (table: string, columns: string, rows: Value[][]) =>
    createTable(connection, table, columns, rows);
  await fill(
    'profil_kommun',
    'kod varchar, namn varchar',
    profile.kommuner.map(({ kod, namn }) => [kod, namn]),
  );
  await fill(
    'profil_delregion',
    'kod varchar, namn varchar, bekraftad boolean',
    profile.delregioner.map(({ kod, namn, bekraftad }) => [kod, namn, bekraftad]),
  );
  await fill(
    'profil_delregion_kommun',
    'delregion varchar, kommun varchar, fran date, till date, bekraftad boolean',
    profile.delregioner.flatMap(({ kod, medlemmar }) =>
      medlemmar.map((medlem) => [kod, medlem.kommun, medlem.fran, medlem.till, medlem.bekraftad]),
    ),
  );
  await fill(
    'profil_vardgivare',
    'kod varchar, namn varchar',
    profile.vardgivare.map(({ kod, namn }) => [kod, namn]),
  );
  await fill('profil_vardgivare_synonym', 'nyckel varchar, kod varchar', synonyms(profile));
  await fill(
    'sverige_kommun',
    'kod varchar, namn varchar, nyckel varchar',
    swedishKommuner().map(({ kod, namn }) => [kod, namn, fold(namn)]),
  );
  await fill(
    'profil_samverkansdag',
    'datum date',
    profile.samverkansdagar.map((datum) => [datum]),
  );
  await fill(
    'profil_aktivitet',
    'kommun varchar, start date, slut date, rubrik varchar, status varchar, framgangsfaktor integer',
    profile.aktiviteter.map((aktivitet) => [
      aktivitet.kommun,
      aktivitet.start,
      aktivitet.slut ?? null,
      aktivitet.rubrik,
      aktivitet.status ?? null,
      aktivitet.framgangsfaktor ?? null,
    ]),
  );
  for (const { table, columns, rows } of judgementTables(profile)) await fill(table, columns, rows);
  await loadNoise(connection, profile.rojandekontroll);
  await setVariables(connection, {
    individuell_over_dagar: individualLimit(profile),
    troskel: profile.rojandekontroll.troskel,
    aterinskrivning_dagar: profile.aterinskrivning.dagar,
    okand_planering: profile.aterinskrivning.okand_planering,
    sista_datadag_profil: profile.sista_datadag,
    max_avvisade_andel: profile.max_avvisade_andel,
    motsagande: profile.dubbletter.motsagande,
    ...profile.granskning,
    sommar_fran_vecka: profile.semesterperiod.fran_vecka,
    sommar_till_vecka: profile.semesterperiod.till_vecka,
    region_kod: profile.region.kod,
    region_namn: profile.region.namn,
  });
}

/** Folded code, name and synonyms of each vårdgivare, once. */
function synonyms(profile: Profile): [string, string][] {
  const keys = new Map<string, string>();
  for (const { kod, namn, synonymer } of profile.vardgivare) {
    for (const name of [kod, namn, ...synonymer]) keys.set(fold(name), kod);
  }
  return [...keys];
}

async function createTable(
  connection: DuckDBConnection,
  table: string,
  columns: string,
  rows: Value[][],
): Promise<void> {
  await connection.run(`create or replace table ${table} (${columns})`);
  if (rows.length === 0) return;
  const values = rows.map((row) => `(${row.map(sqlValue).join(', ')})`);
  await connection.run(`insert into ${table} values ${values.join(', ')}`);
}

async function setVariables(connection: DuckDBConnection, variables: Record<string, Value>): Promise<void> {
  for (const [name, value] of Object.entries(variables)) {
    const typed = name.startsWith('sista_datadag') ? `${sqlValue(value)}::date` : sqlValue(value);
    await connection.run(`set variable ${name} = ${typed}`);
  }
}

function sqlValue(value: Value): string {
  return typeof value === 'string' ? literal(value) : String(value);
}
