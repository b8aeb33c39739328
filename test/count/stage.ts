import type { DuckDBConnection } from '@duckdb/node-api';
import { COLUMNS } from '../../data-loaders/series/rows.ts';

/** A staged row by column; a missing column is null. Dates ISO, clock times `YYYY-MM-DD HH:MM`. */
export type Row = Record<string, string | number | boolean | null>;

/** What staging hands over: column name to DuckDB type. */
export const TABLES: Record<string, Record<string, string>> = {
  s_vardtillfalle: {
    stay: 'bigint',
    slag: 'varchar',
    fil: 'varchar',
    rad: 'integer',
    vardtillfalle_id: 'varchar',
    patient_id: 'varchar',
    kommun: 'varchar',
    utomlans: 'boolean',
    vardgivare: 'varchar',
    klinik_kod: 'varchar',
    vardform: 'varchar',
    in_datum: 'date',
    in_tid: 'timestamp',
    ut_datum: 'date',
    ut_tid: 'timestamp',
    utskriven_till: 'varchar',
    oplanerad: 'boolean',
    fodelsear: 'integer',
  },
  s_notis: {
    slag: 'varchar',
    fil: 'varchar',
    rad: 'integer',
    stay: 'bigint',
    kommun: 'varchar',
    vardgivare: 'varchar',
    klar_datum: 'date',
    klar_tid: 'timestamp',
    atertagen_datum: 'date',
    atertagen_tid: 'timestamp',
    underrattelse_datum: 'date',
    underrattelse_tid: 'timestamp',
    kommunklar_datum: 'date',
    kommunklar_sol_datum: 'date',
    kommunklar_hsl_datum: 'date',
    beraknad_utskrivning_datum: 'date',
    inskrivningsmeddelande_datum: 'date',
    inskrivningsmeddelande_tid: 'timestamp',
    sip_kallelse_datum: 'date',
    process: 'varchar',
    behov: 'varchar',
    orsak: 'varchar',
  },
  orsak_slug: { orsak: 'varchar', slug: 'varchar' },
  rimliga_dagar: { forsta: 'date', sista: 'date' },
  s_aterinskrivning: {
    fil: 'varchar',
    rad: 'integer',
    stay: 'bigint',
    aterinskriven_datum: 'date',
    oplanerad: 'boolean',
  },
  s_befolkning: { kommun: 'varchar', ar: 'integer', fran: 'integer', till: 'integer', antal: 'bigint' },
  s_aktivitet: {
    kommun: 'varchar',
    start: 'date',
    slut: 'date',
    rubrik: 'varchar',
    status: 'varchar',
    framgangsfaktor: 'integer',
  },
  s_vardplats: { vardgivare: 'varchar', manad: 'date', disponibla: 'double' },
  profil_kommun: { kod: 'varchar', namn: 'varchar' },
  profil_delregion: { kod: 'varchar', namn: 'varchar', bekraftad: 'boolean' },
  profil_delregion_kommun: { delregion: 'varchar', kommun: 'varchar', fran: 'date', till: 'date' },
  profil_samverkansdag: { datum: 'date' },
  vardgivare: { kod: 'varchar', namn: 'varchar' },
  klinik: { kod: 'varchar', namn: 'varchar' },
  kolumn_finns: { slag: 'varchar', kolumn: 'varchar' },
  'raw.fil': { fil_nr: 'integer', fil: 'varchar', slag: 'varchar', lasta: 'bigint' },
  'raw.kolumn_tomma': {
    fil_nr: 'integer',
    kolumn: 'varchar',
    tomma: 'bigint',
    forsta: 'date',
    sista: 'date',
  },
  'raw.felaktig_rad': { fil_nr: 'integer', rad: 'bigint' },
  betalningsmodell: {
    modell: 'varchar',
    egen: 'boolean',
    typ: 'varchar',
    troskel_dagar: 'double',
    manader_i_rad: 'integer',
    betalar_fran: 'varchar',
    manad_utan_fall: 'varchar',
    nolldagar_i_namnaren: 'boolean',
    individuell_over_dagar: 'integer',
    gemensam_analys: 'boolean',
    vardformer_apart: 'boolean',
    aktiv: 'boolean',
  },
  belopp_per_dygn: { ar: 'integer', kr: 'double', kalla: 'varchar' },
  profil_mal: {
    mal: 'integer',
    indikator: 'varchar',
    niva: 'varchar',
    enhet: 'varchar',
    varde: 'double',
    riktning: 'varchar',
    namnd: 'varchar',
    beslutad_av: 'varchar',
    beslutad: 'date',
    fran: 'date',
    till: 'date',
    exempel: 'boolean',
  },
  /** Published cells given as they are, for what is judged on them. */
  publicerat: { ...COLUMNS, enhet: 'varchar' },
};

/** Every table the counting reads, empty but for `rows`, and the profile's variables. */
export async function stage(
  connection: DuckDBConnection,
  rows: Record<string, Row[]>,
  variables: Record<string, string> = {},
): Promise<void> {
  await connection.run('create schema if not exists raw');
  for (const table of Object.keys(TABLES)) await insertRows(connection, table, rows[table] ?? []);
  await connection.run(
    'create or replace view vistelse_id as select stay, vardtillfalle_id from s_vardtillfalle',
  );
  await setVariables(connection, variables);
}

/** The variables of a profile; `variables` holds SQL expressions that stand in for the defaults. */
export async function setVariables(
  connection: DuckDBConnection,
  variables: Record<string, string>,
): Promise<void> {
  const all: Record<string, string> = {
    troskel: '1',
    aterinskrivning_dagar: '30',
    okand_planering: "'inte_oplanerad'",
    sista_datadag_profil: 'cast(null as date)',
    region_kod: "'12'",
    region_namn: "'Skåne'",
    lucka_minst: '5',
    hopp_kvot: '2',
    hopp_brus: '4',
    tom_kolumn_andel: '0.5',
    lang_vistelse_dagar: '365',
    patient_vistelser: '100',
    ensam_manader: '3',
    ensam_vantat: '100',
    ensam_andel: '0.01',
    ensam_lang_manader: '108',
    ensam_lang_andel: '0.1',
    individuell_over_dagar: '7',
    sommar_fran_vecka: '25',
    sommar_till_vecka: '32',
    ...variables,
  };
  for (const [name, value] of Object.entries(all)) await connection.run(`set variable ${name} = ${value}`);
}

/** The table anew with these rows. Throws an Error if a row has a column the table lacks. */
export async function insertRows(connection: DuckDBConnection, table: string, rows: Row[]): Promise<void> {
  const definition = TABLES[table]!;
  const columns = Object.keys(definition);
  const typed = columns.map((name) => `${name} ${definition[name]}`);
  await connection.run(`create or replace table ${table} (${typed.join(', ')})`);
  for (const row of rows) {
    const unknown = Object.keys(row).find((column) => !columns.includes(column));
    if (unknown) throw new Error(`unknown column: ${table}.${unknown}`);
  }
  for (let from = 0; from < rows.length; from += 2000) {
    const values = rows
      .slice(from, from + 2000)
      .map((row) => `(${columns.map((c) => literal(row[c])).join()})`);
    await connection.run(`insert into ${table} values ${values.join()}`);
  }
}

function literal(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** The rows of a query as plain values: dates and decimals as text, integers as numbers. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) => {
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value as Row[string]]));
  });
}
