import type { DuckDBConnection } from '@duckdb/node-api';
import { forgetPseudonymKey, usePseudonymKey } from '../extracts/identity/pseudonym.ts';
import { writeCsv } from '../publish/table.ts';
import { ROWS } from './source.ts';

/**
 * Writes the rows of `fallista_rad` to `file` (in a folder the database may write to), one per case, or one
 * per case and category it counts in, with Swedish headings: no patient's id, but a number within the list that tells who is the same. With `nyckel` the stays' ids
 * are keyed pseudonyms. Returns the number of rows.
 */
export async function writeList(
  connection: DuckDBConnection,
  file: string,
  nyckel: Buffer | undefined,
): Promise<number> {
  const pseudonym = nyckel ? await usePseudonymKey(connection, nyckel) : null;
  try {
    await connection.run(`
      create or replace temp table fallista_id as
      select stay, ${pseudonym ? pseudonym('vardtillfalle_id') : 'vardtillfalle_id'} as id
      from vistelse_id
      semi join ${ROWS} using (stay);
    `);
  } finally {
    if (nyckel) await forgetPseudonymKey(connection);
  }
  await connection.run(`
    create or replace temp table fallista as
    with per_fall as (
        select
            kategori, stay,
            sum(r.taljare) as taljare,
            sum(r.namnare) as namnare,
            -- A distribution has the case in every category's denominator: it stands at its own category, else at none.
            count(*) over fallet = (select count(*) from fallista_cell) and count(*) over fallet > 1 as i_alla,
            count_if(sum(r.taljare) <> 0) over fallet as traffar,
            row_number() over (fallet order by kategori) as nr,
        from ${ROWS} as r
        join fallista_cell using (cell)
        group by kategori, stay
        window fallet as (partition by stay)
    )
    select
        id as "Vårdtillfälle",
        plats.fil as "Fil",
        plats.rad as "Rad",
        case when v.patient is not null then dense_rank() over (order by v.patient) end as "Patient i listan",
        v.kommun::varchar as "Kommun",
        v.vardgivare::varchar as "Vårdgivare",
        v.in_datum as "Inskrivning",
        f.d0 as "Utskrivningsklar",
        v.ut_datum as "Utskrivning",
        f.vantedagar as "Väntedagar",
        v.utskriven_till::varchar as "Utskriven till",
        if(i_alla and taljare = 0, null, kategori) as "Kategori",
        if(taljare <> 0, 'ja', 'nej') as "I täljaren",
        taljare as "Täljare",
        namnare as "Nämnare",
    from per_fall
    join vardtillfalle as v using (stay)
    left join fall as f using (stay)
    left join fallista_id using (stay)
    left join (select stay, fil, rad from s_vardtillfalle semi join ${ROWS} using (stay)) as plats using (stay)
    where not i_alla or taljare <> 0 or (traffar = 0 and nr = 1)
    order by v.ut_datum, v.in_datum, fil, rad, kategori
  `);
  await writeCsv(connection, 'fallista', file);
  const reader = await connection.runAndReadAll('select count(*)::integer from fallista');
  return Number(reader.getRowsJS()[0]![0]);
}
