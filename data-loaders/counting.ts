/** From staged rows to every indicator's cells: folders 2 and 3, and the headers as the tables they read. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { withKeys } from './ckm/keys.ts';
import { isPerturbed } from './ckm/parameters.ts';
import { loadHolidays } from './holidays.ts';
import { leftOf, type Utan } from './profile/breakdowns.ts';
import { type Cells, cellsAt, readRegistry } from './registry.ts';
import { runFolder, type Spent } from './sql.ts';
import type { Indikator } from './types.ts';

/**
 * The headers as tables: `indikator_kraver` (columns it takes), `indikator_utan_kolumn` (those the extract lacks one for) and
 * `indikator_cell` (what is computed where: more, where it stands in for one of those; less what the profile does without).
 * `krav_kolumn` is the columns there are, named as `kraver` names them: what another extract than those of stays and notices
 * says is not about the stays.
 */
export async function loadRegistry(
  connection: DuckDBConnection,
  registry: Indikator[],
  utan: Utan = {},
): Promise<void> {
  const cells = registry.flatMap((indikator) => {
    const instead = indikator.i_stallet_for;
    return indikator.nivaer.flatMap((niva) => {
      const rows = (cells: Cells, other?: string) =>
        cellRows(indikator.id, niva, leftOf(cells, utan[niva]), other);
      return [...rows(cellsAt(indikator, niva)), ...(instead ? rows(instead, instead.indikator) : [])];
    });
  });
  const needs = registry.flatMap(({ id, kraver }) =>
    kraver.flatMap((krav) => krav.split('|').map((kolumn) => `('${id}', '${krav}', '${kolumn}')`)),
  );
  await connection.run(`
    create or replace table indikator_kraver as
    from (values ${needs.join(', ')}) as k (indikator, krav, kolumn);
    create or replace table krav_kolumn as
    select
        slag, kolumn,
        if(slag in ('utskrivningar', 'utskrivningsklar', 'vardtillfallen'), kolumn, slag || '.' || kolumn) as namn,
    from kolumn_finns;
    create or replace table indikator_utan_kolumn as
    select distinct indikator
    from (
        select indikator
        from indikator_kraver
        left join (select distinct namn as kolumn, true as finns from krav_kolumn) using (kolumn)
        group by indikator, krav
        having not coalesce(bool_or(finns), false)
    );
    create or replace table indikator_cell as
    select distinct indikator, niva, periodtyp, grupp
    from (values ${cells.join(', ')}) as c (indikator, niva, periodtyp, grupp, i_stallet_for)
    where i_stallet_for is null or i_stallet_for in (select indikator from indikator_utan_kolumn);
  `);
}

function cellRows(id: string, niva: string, { perioder, grupper }: Cells, instead?: string): string[] {
  const last = instead === undefined ? 'null' : `'${instead}'`;
  return perioder.flatMap((period) =>
    grupper.map((grupp) => `('${id}', '${niva}', '${period}', '${grupp}', ${last})`),
  );
}

/** Tables with a row per stay or notice that only folder 2 reads: of ten million stays, a gigabyte that the rest would wait for. */
const SPENT: Spent[] = [
  { tables: ['s_vardtillfalle', 'notis_vistelse'], views: ['s_notis'] },
  { tables: ['notis'], views: ['fall_notis'] },
];

/**
 * Folder 2: stays, cases, episodes, calendar and cubes, and the last remarks on rows. `forget`: nobody will ask about single
 * rows, and those that are done with make room.
 */
export async function runStays(connection: DuckDBConnection, utan?: Utan, forget = false): Promise<void> {
  await loadHolidays(connection);
  await loadRegistry(connection, readRegistry(), utan);
  await runFolder(connection, '2_vardtillfallen', undefined, undefined, forget ? SPENT : []);
}

/** Folder 3: every indicator; under ckm also `nyckelvarde`, the same cells with cell keys for counts. */
export async function runIndicators(connection: DuckDBConnection): Promise<void> {
  if (await isPerturbed(connection))
    await withKeys(connection, async () => {
      await runCells(connection);
      await connection.run('create or replace temp table nyckelvarde as from indikatorvarde');
    });
  await runCells(connection);
}

async function runCells(connection: DuckDBConnection): Promise<void> {
  await runFolder(connection, '3_indikatorer');
  await uniteIndicators(connection, readRegistry());
}

/** All indicators in one table, `indikatorvarde`; those that are off without numbers. */
export async function uniteIndicators(connection: DuckDBConnection, registry: Indikator[]): Promise<void> {
  await switchOff(connection);
  const parts = registry.map(({ id, slutlig }) => {
    return `select '${id}' as indikator, '${slutlig}' as regel, * from ${id}`;
  });
  await connection.run(`
    create or replace table indikatorvarde as
    with alla as (${parts.join(' union all by name ')} union all by name select null::double as varde where false)
    select
        indikator, niva, enhet_id, periodtyp, period, grupp, kategori,
        case when av is null then taljare end as taljare,
        case when av is null then namnare end as namnare,
        case when av is null then antal end as antal,
        case when av is null then varde end as varde,
        coalesce(slutlig, 0::utinyint) as slutlig,
        av is not null as avstangd,
    from alla
    left join finalitet using (regel, periodtyp, period)
    left join (select *, true as av from avstangd) using (indikator, niva);
  `);
}

/** `avstangd(indikator, niva)`: where a column is missing. */
export async function switchOff(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create or replace table avstangd as
    select distinct indikator, niva
    from indikator_cell
    left join (select indikator, true as av from indikator_utan_kolumn) using (indikator)
    where av or (niva = 'vardgivare' and 'vardgivare' not in (select namn from krav_kolumn));
  `);
}
