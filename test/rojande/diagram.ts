import type { DuckDBConnection } from '@duckdb/node-api';
import { readFolder, runFolder } from '../../data-loaders/sql.ts';
import type { Styrdiagram, StyrdiagramPunkt } from '../../data-loaders/types.ts';
import type { Point } from './xmr.ts';

const CHARTS = readFolder('4_rojandekontroll').filter(({ name }) => /^(_makron|styrdiagram)/.test(name));
const isoOf = (month: number) =>
  `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

export type Series = { id: string; points: Point[]; status?: string[]; final?: number[] };
export type Kind = { typ?: string; matt?: string; riktning?: string };

/** The charts of monthly series, as if they had been published. */
export async function charts(
  connection: DuckDBConnection,
  series: Series[],
  { typ = 'medel', matt = 'dagar', riktning = 'lagre' }: Kind = {},
) {
  const rows = series.flatMap(({ id, points, status, final }) =>
    points.map(
      (p, i) =>
        `('${id}', date '${isoOf(p.month)}', ${p.value}::double, '${status?.[i] ?? 'visas'}', ${final?.[i] ?? 1})`,
    ),
  );
  await connection.run(`
    create or replace table rojande_indikator as
    from (values ('x', '${typ}', 'fall', '${matt}', '${riktning}')) as i (indikator, typ, mangd, matt, riktning);
    create or replace table publicerat as
    select 'x' as indikator, 'kommun' as niva, id as enhet_id, 'manad' as periodtyp, period, 'alla' as grupp,
      'alla' as kategori, varde, status, slutlig
    from (values ${rows.join(', ')}) as p (id, period, varde, status, slutlig);
  `);
  await runFolder(connection, '4_rojandekontroll', CHARTS);
  const read = async <T>(table: string) =>
    (
      await connection.runAndReadAll(
        `select * replace (${table === 'styrdiagram' ? 'senaste_period::varchar as senaste_period' : 'period::varchar as period'})
         from ${table} order by all`,
      )
    ).getRowObjectsJS() as T[];
  return {
    points: await read<StyrdiagramPunkt>('styrdiagram_punkt'),
    verdicts: await read<Styrdiagram>('styrdiagram'),
  };
}

export const months = (values: number[]): Point[] => values.map((value, month) => ({ month, value }));
