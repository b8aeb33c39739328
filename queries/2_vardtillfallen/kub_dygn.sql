-- One row per finest cell of waiting days, by the month they fell in: the days, and the stays with one in the month. A
-- stay counts once in a quarter, half-year or year: in its first month there. sista_plats_dag is the last day that decided
-- the delregion of any of them.
with vantemanad as (
    select
        *,
        cast(unnest(generate_series(
            date_trunc('month', fran), date_trunc('month', till - 1), interval 1 month
        )) as date) as manad,
    from vanteperiod
),
med_fore as (
    select * replace (if(manad > fran, manad - 1, fore) as fore) from vantemanad
)
select
    manad, kommun, delregion, vardgivare, vardform, aldersband,
    sum(least(till, cast(manad + interval 1 month as date)) - greatest(fran, manad)) as summa_dygn,
    raknat_om(vikt(stay), fore is null or fore < manad) as antal_manad,
    raknat_om(vikt(stay), fore is null or fore < date_trunc('quarter', manad)) as antal_kvartal,
    raknat_om(vikt(stay), fore is null or fore < make_date(year(manad), if(month(manad) <= 6, 1, 7), 1)) as antal_halvar,
    raknat_om(vikt(stay), fore is null or fore < date_trunc('year', manad)) as antal_ar,
    max(plats_dag) as sista_plats_dag,
from med_fore
group by all
