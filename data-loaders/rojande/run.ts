/** Step 4: from counts to what may be shown. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { isPerturbed } from '../ckm/parameters.ts';
import { measureNoise, perturb } from '../ckm/perturb.ts';
import { withoutPrevious } from '../series/rows.ts';
import { readFolder, runFolder } from '../sql.ts';
import type { Indikator } from '../types.ts';
import { protectInTurns, type Skydd } from './protect.ts';
import { readCells, writeVisible } from './read.ts';

const FOLDER = '4_rojandekontroll';
/** Files of this prefix are what the solver reads; the others read what it permits. */
const INPUT = /^(_|rojande_)/;

/**
 * From `indikatorvarde`, `enhet`, `period`, `kvadratsumma`, `profil_delregion_kommun` and the variable `troskel` to
 * `publicerat`, `styrdiagram_punkt`, `styrdiagram`, `skyddade` and `rattelser`, bound by the publications before it where
 * series/rows.ts has loaded one. `skydd` is for tests of the attack itself.
 * Throws an Error when the counts contradict one another.
 */
export async function runDisclosure(
  connection: DuckDBConnection,
  registry: Indikator[],
  skydd: Skydd = 'fullt',
): Promise<void> {
  await writeRegistry(connection, registry);
  await withoutPrevious(connection);
  const queries = readFolder(FOLDER);
  const input = queries.filter(({ name }) => INPUT.test(name));
  await runFolder(connection, FOLDER, input, 'temp table');
  const perturbed = await isPerturbed(connection);
  if (perturbed) await perturb(connection);
  else {
    const cells = await readCells(connection);
    await writeVisible(connection, cells, await protectInTurns(cells, await threshold(connection), skydd));
  }
  await runFolder(
    connection,
    FOLDER,
    queries.filter((query) => !input.includes(query)),
  );
  if (perturbed) await measureNoise(connection);
  const temporary = input.filter(({ name }) => !name.startsWith('_'));
  await connection.run(temporary.map(({ name }) => `drop table ${name};`).join(' '));
}

async function threshold(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll(`select cast(getvariable('troskel') as integer)`);
  const troskel = reader.getRowsJS()[0]?.[0];
  if (typeof troskel !== 'number' || troskel < 1)
    throw new Error(`invalid variable troskel: ${String(troskel)}`);
  return troskel;
}

/** `rojande_indikator`: what steps 4 and 5 read of the headers; `matt` is the header's unit. */
export async function writeRegistry(connection: DuckDBConnection, registry: Indikator[]): Promise<void> {
  const rows = registry.map(({ id, enhet, decimaler, riktning, rojande: { typ, mangd, visar } }) => {
    const keys = Object.entries(visar)
      .map(([nyckel, tal]) => `{nyckel: '${nyckel}', tal: '${tal}'}`)
      .join(', ');
    return `('${id}', '${typ}', '${mangd}', '${enhet}', ${decimaler}, '${riktning}', [${keys}])`;
  });
  await connection.run(`
    create or replace table rojande_indikator as
    from (values ${rows.join(', ')}) as i (indikator, typ, mangd, matt, decimaler, riktning, visar)
  `);
}
