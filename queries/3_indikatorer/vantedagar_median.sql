/* ---
id: vantedagar_median
titel: Väntedagar, median
kort: Median
definition: >-
  Så många väntedagar som minst hälften av de avslutade fallen högst hade. Fall utan
  väntan räknas in.
taljare: redovisas inte (ett observerat värde)
namnare: avslutade fall
enhet: dagar
decimaler: 0
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare, kommun_vardgivare]
perioder: [manad, kvartal, halvar, ar, rullande12]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun_vardgivare: {perioder: [ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: kvantil, mangd: fall, visar: {n: namnare, n0: delar, n1: delar}}
fall: {tabell: fall, datum: d1, namnare: true}
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612
--- */
-- One row per unit, period and group of the dense grid; varde is an observed number of days.
with rakning as (
    select
        *,
        sum(fall) over (
            partition by niva, enhet_id, periodtyp, period, grupp
            order by vantedagar
        ) as till_och_med,
        sum(fall) over (partition by niva, enhet_id, periodtyp, period, grupp) as fall_i_cell,
    from fall_vantedagar
)
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(null as double) as taljare,
    cast(coalesce(any_value(fall_i_cell), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
    -- The smallest value that at least half of the cases do not exceed.
    cast(min(vantedagar) filter (where 2 * till_och_med >= fall_i_cell) as double) as varde,
from rutnat('vantedagar_median')
left join rakning using (niva, enhet_id, periodtyp, period, grupp)
group by all
