import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Katalog } from '../catalogue-types.ts';
import { JUDGEMENTS } from '../judgements.ts';
import { readFolder } from '../sql.ts';
import { NIVAER, PERIODTYPER } from '../value-lists.ts';
import { aboutFile } from './about.ts';
import { position } from './order.ts';
import { describeWords, writeFormats } from './table.ts';

const UNIT_ORDER = `${position(NIVAER, 'niva')}, enhet_id, ${position(PERIODTYPER, 'periodtyp')}, period`;

/** File → its rows, in order: what queries/5_bedomning makes of the published cells. Columns are the contract's (docs/filer.md). */
const FILES: Record<string, string> = {
  betalning: `
    select modell, cast(egen as tinyint) as egen, enhet_id, enhet, period, grupp, fall, dagar, medel, tillstand, i_rad,
      overskjutande, overskjutande_ovre, individuella_fall, individuella_dagar, kr_per_dygn, belopp, belopp_ovre,
      belopp_kalla, betalning_manad.status
    from betalning_manad join betalningsmodell using (modell)
    order by egen desc, modell, enhet_id, grupp, period`,
  betalning_ar: `
    select modell, cast(egen as tinyint) as egen, enhet_id, enhet, period, grupp, manader, manader_over, manader_skyldig,
      manader_okanda, cast(utan_bedomning as tinyint) as utan_bedomning, overskjutande, overskjutande_ovre, betalas,
      betalas_ovre, belopp, belopp_ovre, belopp_kalla
    from betalning_ar join betalningsmodell using (modell)
    order by egen desc, modell, enhet_id, grupp, period`,
  bro: `
    select niva, enhet_id, enhet, periodtyp, period, nr, steg, cast(ingar as tinyint) as ingar, varde, varde_ovre, andring,
      fall, dagar, status, slutlig
    from bro order by ${UNIT_ORDER}, nr`,
  mal: `
    select mal, indikator, niva, enhet_id, enhet, periodtyp, period, malvarde, riktning, varde, nedre, ovre, antal, status,
      utfall, cast(utan_intervall as tinyint) as utan_intervall, styrdiagram, beslutad_av, beslutad, fran, till,
      cast(exempel as tinyint) as exempel
    from mal_utfall order by mal, ${UNIT_ORDER}`,
  periodjamforelse: `
    select indikator, niva, enhet_id, enhet, periodtyp, period, mot, tidigare, varde, tidigare_varde, andring, bedomning
    from periodjamforelse order by indikator, ${UNIT_ORDER}, mot desc`,
  aktivitet_utfall: `
    select nr, indikator, enhet_id, start, fore, fore_manader, fore_antal, fore_bedomning, efter, efter_manader, efter_antal,
      efter_bedomning, efter_fran, cast(borjade_fore as tinyint) as borjade_fore
    from aktivitet_utfall order by nr, indikator`,
  tratt: `
    select indikator, niva, enhet_id, enhet, periodtyp, period, fall, varde, centrum, nedre95, ovre95, nedre998, ovre998, lage
    from tratt order by indikator, ${UNIT_ORDER}`,
};

/** The table of step 5 that makes each of them. */
export const JUDGEMENT_TABLES: Record<string, string> = {
  betalning: 'betalning_manad',
  betalning_ar: 'betalning_ar',
  bro: 'bro',
  mal: 'mal_utfall',
  periodjamforelse: 'periodjamforelse',
  aktivitet_utfall: 'aktivitet_utfall',
  tratt: 'tratt',
};

/** The statement that makes a file, by its path below queries/. */
export function judgementQuery(file: string): { fil: string; sql: string } {
  const table = JUDGEMENT_TABLES[file]!;
  const { sql } = readFolder(JUDGEMENTS).find(({ name }) => name === table)!;
  return { fil: `${JUDGEMENTS}/${table}.sql`, sql };
}

/** Published files that belong to no indicator. */
export const JUDGEMENT_FILES = Object.keys(FILES);

/** A file's rows in order, as SQL. */
export const judgementRows = (file: string): string => FILES[file]!;

/** Tables the pages read besides them. */
export const PAGE_TABLES = ['tratt_grans', 'betalning_alla', 'mal_summa', 'mal_ar', 'mal_ar_summa'];

/** Writes the files of every judgement. */
export async function writeJudgements(
  connection: DuckDBConnection,
  dataDir: string,
  catalogue: Katalog,
): Promise<void> {
  for (const [file, rows] of Object.entries(FILES)) {
    await connection.run(`create or replace temp table utdata as ${rows}`);
    const columns = await describeWords(connection, 'utdata');
    await writeFormats(connection, 'utdata', join(dataDir, file), aboutFile(catalogue, file), columns);
  }
  await connection.run('drop table utdata');
}
