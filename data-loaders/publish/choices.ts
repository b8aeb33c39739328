import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../extracts/sql-text.ts';
import type { Indikator, Niva } from '../types.ts';
import { PERIODTYPER } from '../value-lists.ts';
import { choosable } from './choosable.ts';
import { position } from './order.ts';
import { decimalText } from './table.ts';

/** Folder of the site that holds them. */
export const CHOICES = 'urval';

/** Levels that have a list page or pages of their own. */
const LEVELS: Niva[] = ['kommun', 'delregion', 'region', 'vardgivare'];

/**
 * Writes `<folder>/<niva>/<indikator>.<grupp>.json`, the published rows that a page fetches when the reader chooses: every period, and
 * per unit one value for each of them (`src/lib/client/choice.ts` reads them). Hidden cells say `skyddad` and nothing else.
 */
export async function writeChoices(
  connection: DuckDBConnection,
  folder: string,
  registry: Indikator[],
): Promise<void> {
  for (const level of LEVELS) mkdirSync(join(folder, level), { recursive: true });
  const ids = registry.filter(choosable).map(({ id }) => literal(id));
  const number = (name: string) => `coalesce(${decimalText(name)}, 'null')`;
  const rows = await connection.run(`
    with rad as (
      select indikator, niva, grupp, enhet_id, enhet, periodtyp, period,
        case status
          when 'visas' then '[' || concat_ws(',', ${number('varde')}, ${number('nedre')}, ${number('ovre')}, cast(antal as bigint), cast(slutlig as tinyint)) || ']'
          when 'skyddad' then '"skyddad"'
          else 'null'
        end as cell
      from publicerat
      where kategori = 'alla' and periodtyp <> 'helg' and niva in (${LEVELS.map(literal).join(', ')}) and indikator in (${ids.join(', ')})
    ),
    period as (
      select *, row_number() over (
        partition by indikator, niva, grupp order by ${position(PERIODTYPER, 'periodtyp')}, period
      ) as nr
      from (select distinct indikator, niva, grupp, periodtyp, period from rad)
    ),
    enhet as (select distinct indikator, niva, grupp, enhet_id, enhet from rad),
    serie as (
      select indikator, niva, grupp, enhet_id,
        '[' || to_json(enhet_id) || ',' || to_json(any_value(enhet)) || ',[' || string_agg(coalesce(cell, 'null'), ',' order by nr) || ']]' as text
      from enhet join period using (indikator, niva, grupp) left join rad using (indikator, niva, grupp, enhet_id, enhet, periodtyp, period)
      group by indikator, niva, grupp, enhet_id
    ),
    enheter as (
      select indikator, niva, grupp, string_agg(text, ',' order by enhet_id) as text from serie group by all
    ),
    perioder as (
      select indikator, niva, grupp,
        string_agg('["' || periodtyp || '","' || cast(cast(period as date) as varchar) || '"]', ',' order by nr) as text
      from period group by all
    )
    select niva, indikator, grupp, '{"perioder":[' || perioder.text || '],"enheter":[' || enheter.text || ']}'
    from enheter join perioder using (indikator, niva, grupp)`);
  for (const [niva, indikator, grupp, text] of (await rows.getRows()) as string[][])
    writeFileSync(join(folder, niva!, `${indikator}.${grupp}.json`), `${text}\n`);
}
