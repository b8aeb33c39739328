import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../extracts/sql-text.ts';
import type { Indikator, Radkalla } from '../types.ts';

/** The table `listRows` leaves: one row per cell and row that its indicator counts. */
export const ROWS = 'fallista_rad';

/** A unit of the published cells. */
export type Place = Pick<{ niva: Indikator['nivaer'][number]; enhet_id: string }, 'niva' | 'enhet_id'>;

/**
 * Makes `fallista_cell` (the indicator's cells of one unit that meet the SQL condition `where`, with the first and last day of
 * their period) and `fallista_rad` (the rows behind each: cell, stay, taljare, namnare), as the header's `fall` says.
 */
export async function listRows(
  connection: DuckDBConnection,
  { id, fall }: Indikator,
  { niva, enhet_id }: Place,
  where = 'true',
): Promise<void> {
  await connection.run(`
    create or replace temp table fallista_cell as
    select row_number() over () as cell, v.* exclude (avstangd), start, slut
    from indikatorvarde as v
    join period using (periodtyp, period)
    where indikator = ${literal(id)} and niva = ${literal(niva)} and enhet_id = ${literal(enhet_id)}
      and not avstangd and (${where});

    create or replace temp table fallista_grupp as
    select stay, grupp
    from vardtillfalle
    join grupp_karta using (vardform, aldersband)
    semi join fallista_cell using (grupp);

    create or replace temp table ${ROWS} as
    with rader as (
        select rad.*
        from (from ${fall.tabell}) as rad
        where list_contains(
            enheter(rad.kommun, rad.delregion, rad.vardgivare),
            {niva: ${literal(niva)}, enhet_id: ${literal(enhet_id)}}
        )
        ${inSpan(fall)}
    ),
    varden as (
        select
            cell.cell, rad.${fall.vistelse} as stay,
            ${amount(fall.taljare)} as taljare,
            ${amount(fall.namnare)} as namnare,
        from rader as rad
        join (select cell, grupp, kategori, start, slut from fallista_cell) as cell
            on (rad.${fall.vistelse}, cell.grupp) in (from fallista_grupp)
            ${fall.datum ? `and rad.${fall.datum} between cell.start and cell.slut` : ''}
    )
    from varden where taljare <> 0 or namnare <> 0
  `);
}

const inSpan = ({ datum }: Radkalla): string =>
  datum
    ? `and rad.${datum} between (select min(start) from fallista_cell) and (select max(slut) from fallista_cell)`
    : '';

const amount = (expression: string | undefined): string =>
  expression === undefined ? '0::double' : `coalesce(cast((${expression}) as double), 0)`;

/** Cells whose rows do not add up to the figure: a fault of the program. One line each, at most five. */
export async function disagreements(
  connection: DuckDBConnection,
  { id, fall }: Indikator,
): Promise<string[]> {
  const reader = await connection.runAndReadAll(`
    with summor as (
        select cell, sum(taljare) as taljare, sum(namnare) as namnare from ${ROWS} group by cell
    )
    select
        concat_ws('|', c.niva, c.enhet_id, c.periodtyp, c.period, c.grupp, c.kategori),
        coalesce(s.taljare, 0), c.taljare, coalesce(s.namnare, 0), c.namnare
    from fallista_cell as c
    left join summor as s using (cell)
    where (${fall.taljare !== undefined} and coalesce(s.taljare, 0) <> c.taljare)
        or (${fall.namnare !== undefined} and coalesce(s.namnare, 0) <> c.namnare)
    order by cell
    limit 5
  `);
  return reader
    .getRowsJS()
    .map(
      ([cell, ...n]) =>
        `${id}|${cell}: numerator ${n[0]} listed, ${n[1]} counted; denominator ${n[2]} listed, ${n[3]} counted`,
    );
}
