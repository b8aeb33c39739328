import { DuckDBInstance } from '@duckdb/node-api';

/** Figures of all stays that whoever counts the same must agree on; kommuner outside the region included. */
export type Checks = {
  /** Ended cases, those without a waiting day, and the waiting days of all. */
  fall: number;
  nolldagar: number;
  vantedagar: number;
  /** Stays that ended, and those that ended on a Friday. */
  utskrivningar: number;
  fredagar: number;
  /** Episodes followed up for 30 days, and those with an unplanned return. */
  episoder: number;
  aterinskrivna: number;
};

const FIGURES = {
  fall: "namnare) filter (where indikator = 'medeldagar_alla'",
  nolldagar: "taljare) filter (where indikator = 'andel_utskrivningsklardagen'",
  vantedagar: "taljare) filter (where indikator = 'medeldagar_alla'",
  utskrivningar: "taljare) filter (where indikator = 'veckodag_utskrivning_alla'",
  fredagar: "taljare) filter (where indikator = 'veckodag_utskrivning_alla' and kategori = '5'",
  episoder: "namnare) filter (where indikator = 'aterinskrivning_30d'",
  aterinskrivna: "taljare) filter (where indikator = 'aterinskrivning_30d'",
} satisfies Record<keyof Checks, string>;

/** The pipeline's figures before disclosure control, from the warehouse it left. */
export async function ourChecks(warehouse: string): Promise<Checks> {
  const instance = await DuckDBInstance.create(warehouse, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const columns = Object.entries(FIGURES).map(([name, sum]) => `sum(${sum})::integer as ${name}`);
    const reader = await connection.runAndReadAll(`
      select ${columns.join(', ')} from indikatorvarde
      where niva = 'region' and periodtyp = 'ar' and grupp = 'alla'
    `);
    return reader.getRowObjectsJson()[0] as Checks;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Where two counts differ, in words; empty if they agree. */
export const differences = (ours: Checks, theirs: Checks): string =>
  (Object.keys(FIGURES) as (keyof Checks)[])
    .filter((name) => ours[name] !== theirs[name])
    .map((name) => `${name} ${theirs[name]}, not ${ours[name]}`)
    .join('; ');
