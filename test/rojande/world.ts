import type { DuckDBConnection } from '@duckdb/node-api';
import { random } from '../../data-loaders/rojande/random.ts';

/** A small made-up region: everything step 4 reads, dense, from a few hundred stays. */
export type World = {
  kommuner: string[];
  delregioner: { kod: string; kommuner: string[]; fran: string; till: string | null }[];
  vardgivare: string[];
  manader: number;
  grupper: string[];
  stays: number;
  troskel: number;
  seed: number;
  /** Months the extracts hold so far; those after are not yet known, and a period that ends in them is not final. */
  kanda?: number;
  /** SQL on `stay` before anything is counted: a correction in the source. */
  rattning?: string;
};

/** Sizes, shares and structure drawn from the seed, so that worlds differ in kind and not only in counts. */
export function randomWorld(seed: number): World {
  const next = random(seed);
  const upTo = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const kommuner = Array.from({ length: upTo(3, 6) }, (_, i) => `120${i + 1}`);
  const moves = next() < 0.4;
  const half = Math.ceil(kommuner.length / 2);
  const delregioner: World['delregioner'] = [
    { kod: 'vast', kommuner: kommuner.slice(0, half), fran: '2020-01-01', till: null },
    { kod: 'ost', kommuner: kommuner.slice(half + upTo(0, 1)), fran: '2020-01-01', till: null },
  ];
  if (moves) {
    // One kommun changes delregion, on the first of a month or in the middle of one.
    const day = next() < 0.5 ? ['2024-04-30', '2024-05-01'] : ['2024-05-14', '2024-05-15'];
    const kommun = kommuner[0]!;
    delregioner[0]!.kommuner = delregioner[0]!.kommuner.slice(1);
    delregioner.push({ kod: 'vast', kommuner: [kommun], fran: '2020-01-01', till: day[0]! });
    delregioner.push({ kod: 'ost', kommuner: [kommun], fran: day[1]!, till: null });
  }
  const kinds = [['alla'], ['alla', '65plus', '80plus'], ['alla', 'somatik', 'psykiatri']];
  return {
    kommuner,
    delregioner,
    vardgivare: ['a', 'b', 'c'].slice(0, upTo(2, 3)),
    manader: upTo(3, 8),
    grupper: kinds[upTo(0, 2)]!,
    stays: upTo(120, 900),
    troskel: next() < 0.7 ? 5 : 3,
    seed,
  };
}

const list = (values: string[]) => values.map((v) => `'${v}'`).join(', ');

/** Fills `indikatorvarde`, `enhet`, `period`, `kvadratsumma`, `profil_delregion_kommun` and the variable. */
export async function stageWorld(connection: DuckDBConnection, world: World): Promise<void> {
  const next = random(world.seed + 1);
  const upTo = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const weights = [...world.kommuner, '9999'].map(() => 0.05 + next() ** 3);
  const total = weights.reduce((a, b) => a + b, 0);
  const kommun = () => {
    let left = next() * total;
    const place = weights.findIndex((w) => {
      left -= w;
      return left <= 0;
    });
    return world.kommuner[place] ?? '9999';
  };
  const rows = Array.from({ length: world.stays }, (_, i) => {
    const dag = `2024-${String(upTo(2, world.manader + 1)).padStart(2, '0')}-${String(upTo(1, 28)).padStart(2, '0')}`;
    const vantar = next() < 0.45 ? 0 : upTo(1, 6);
    const ready = next() < 0.8 ? upTo(1, 3) : 'null';
    const care = next() < 0.8 ? 'somatik' : 'psykiatri';
    const unit = world.vardgivare[Math.floor(next() ** 2 * world.vardgivare.length)];
    return `(${i}, '${kommun()}', '${unit}', date '${dag}', '${care}', ${upTo(40, 95)}, ${vantar}, ${ready}, ${upTo(1, 3)}, ${next() < 0.15})`;
  });
  const members = world.delregioner.flatMap(({ kod, kommuner, fran, till }) =>
    kommuner.map((k) => `('${kod}', '${k}', date '${fran}', ${till === null ? 'null' : `date '${till}'`})`),
  );
  await connection.run(`
    set variable troskel = ${world.troskel};
    create or replace table profil_delregion_kommun as
    select delregion, kommun, fran, till::date as till from (values ${members.join(', ')}) as m (delregion, kommun, fran, till);
    create or replace table stay as
    from (values ${rows.join(', ')}) as s (id, kommun, vardgivare, dag, vardform, alder, vantar, klar, ut, ater);
    create or replace table enhet as
    select 'kommun' as niva, unnest([${list(world.kommuner)}]) as enhet_id, enhet_id as enhet
    union all select distinct 'delregion', delregion, delregion from profil_delregion_kommun
    union all select 'region', '12', 'Skåne'
    union all select 'vardgivare', unnest([${list(world.vardgivare)}]), 'x';
    ${world.rattning ?? ''};
    delete from stay where month(dag) > ${1 + (world.kanda ?? world.manader)};
    ${AGGREGATE.replace('$GRUPPER', list(world.grupper))}
    ${world.kanda === undefined ? '' : FINAL}
  `);
}

const FINAL = `
  update indikatorvarde set slutlig = 0 from period
  where period.periodtyp = indikatorvarde.periodtyp and period.period = indikatorvarde.period
    and slut > (select last_day(max(dag)) from stay);
`;

const AGGREGATE = `
  create or replace table period as
  with manad as (select distinct date_trunc('month', dag)::date as m from stay)
  select 'manad' as periodtyp, m as period, (m + interval 1 month - interval 1 day)::date as slut from manad
  union select 'kvartal', date_trunc('quarter', m)::date, (date_trunc('quarter', m) + interval 3 month - interval 1 day)::date from manad
  union select 'halvar', make_date(year(m), if(month(m) < 7, 1, 7), 1), if(month(m) < 7, make_date(year(m), 6, 30), make_date(year(m), 12, 31)) from manad
  union select 'ar', date_trunc('year', m)::date, make_date(year(m), 12, 31) from manad;

  create or replace table vantan_plats (periodtyp varchar, period date, sista_plats_dag date);

  create or replace table antal_i as
  with i_enhet as (
    select id, 'kommun' as niva, kommun as enhet_id from stay semi join enhet on enhet.enhet_id = kommun
    union all select id, 'delregion', delregion from stay join profil_delregion_kommun using (kommun)
      where dag between fran and coalesce(till, dag)
    union all select id, 'region', '12' from stay
    union all select id, 'vardgivare', vardgivare from stay
  ), i_grupp as (
    select id, 'alla' as grupp from stay union all select id, vardform from stay
    union all select id, '65plus' from stay where alder >= 65 union all select id, '80plus' from stay where alder >= 80
  )
  select niva, enhet_id, periodtyp, period, grupp, klar, ut, vantar, ater, count(*) as c,
  from stay join i_enhet using (id) join i_grupp using (id) join period on dag between period and slut
  group by all;

  create or replace table rutor as
  select niva, enhet_id, periodtyp, period, unnest([$GRUPPER]) as grupp from enhet cross join period;

  create or replace table kvadratsumma as
  select 'fall' as mangd, niva, enhet_id, periodtyp, period, grupp, 'alla' as kategori, sum(c * vantar ** 2)::bigint as kvadratsumma
  from antal_i where klar is not null group by all
  union all
  select 'fall', niva, enhet_id, periodtyp, period, grupp, klar::varchar, sum(c * vantar ** 2)::bigint
  from antal_i where klar is not null group by all;

  create or replace table indikatorvarde as
  with summa as (
    select niva, enhet_id, periodtyp, period, grupp, k.kategori,
      coalesce(sum(c) filter (klar is not null), 0)::double as n,
      coalesce(sum(c) filter (klar is not null and vantar = 0), 0)::double as n0,
      coalesce(sum(c * vantar) filter (klar is not null), 0)::double as dagar,
      coalesce(sum(c) filter (klar = k.a), 0)::double as klara,
      coalesce(sum(c) filter (klar is not null and ut = k.a), 0)::double as utskrivna,
      coalesce(sum(c) filter (klar = k.a and ut = k.b), 0)::double as bada,
      coalesce(sum(c * vantar) filter (klar = k.a), 0)::double as klara_dagar,
      coalesce(sum(c), 0)::double as alla,
      coalesce(sum(c) filter (ut = k.a), 0)::double as alla_ut,
      coalesce(sum(c) filter (ater), 0)::double as ater
    from rutor
    cross join (select '' as kategori, 0 as a, 0 as b union all select a::varchar, a, 0 from range(1, 4) t(a)
      union all select a || '-' || b, a, b from range(1, 4) t(a), range(1, 4) u(b)) as k
    left join antal_i using (niva, enhet_id, periodtyp, period, grupp)
    group by all
  ), rader as (
    select 'andel_utskrivningsklardagen' as indikator, *, n0 as taljare, n as namnare, n as antal, null::double as varde from summa where kategori = ''
    union all select 'kvot_utskrivningsklardagen', *, n0, n - n0, n - n0, null from summa where kategori = ''
    union all select 'medeldagar_alla', *, dagar, n, n, null from summa where kategori = ''
    union all select 'medeldagar_skr', *, dagar, n - n0, n - n0, null from summa where kategori = ''
    union all select 'vantedagar_median', *, null, n, n, if(n > 0, 1.0, null) from summa where kategori = ''
    union all select 'vantedagar_p90', *, null, n, n, if(n > 0, 4.0, null) from summa where kategori = ''
    union all select 'aterinskrivning_30d', *, ater, alla, alla, null from summa where kategori = ''
    union all select 'veckodag_utskrivningsklar', *, klara, n, n, null from summa where len(kategori) = 1
    union all select 'veckodag_utskrivning', *, utskrivna, n, n, null from summa where len(kategori) = 1
    union all select 'fall_per_kalenderdag', *, utskrivna, 4, utskrivna, null from summa where len(kategori) = 1
    union all select 'medeldagar_veckodag', *, klara_dagar, klara, klara, null from summa where len(kategori) = 1
    union all select 'veckodag_utskrivning_alla', *, alla_ut, alla, alla, null from summa where len(kategori) = 1
    union all select 'veckodag_matris', *, bada, n, n, null from summa where len(kategori) = 3
  )
  select indikator, niva, enhet_id, periodtyp, period, grupp, if(kategori = '', 'alla', kategori) as kategori,
    taljare, namnare, antal::bigint as antal, varde, 1::utinyint as slutlig, false as avstangd
  from rader
  where niva <> 'kommun' or len(kategori) = 0 or (periodtyp in ('halvar', 'ar') and grupp = 'alla');
`;
