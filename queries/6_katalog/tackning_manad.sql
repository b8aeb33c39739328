-- One row per kind of row, unit (region, vårdgivare) and month from the kind's first to its
-- last: used rows, and the days of the earliest and the latest.
with per_enhet as (
    select
        uppgift, 'region' as niva, cast(getvariable('region_kod') as varchar) as enhet_id, dag,
        antal,
    from dagsrader
    union all
    select uppgift, 'vardgivare', vardgivare, dag, antal, from dagsrader
    where vardgivare is not null
),
manad as (
    select
        uppgift,
        cast(unnest(generate_series(
            date_trunc('month', min(dag)), date_trunc('month', max(dag)), interval 1 month
        )) as date) as manad,
    from dagsrader
    group by uppgift
)
select
    uppgift, niva, enhet_id, manad,
    cast(coalesce(sum(antal), 0) as bigint) as antal,
    min(dag) as forsta_dag,
    max(dag) as sista_dag,
from manad
join (select distinct uppgift, niva, enhet_id, from per_enhet) as enheter using (uppgift)
left join (select *, cast(date_trunc('month', dag) as date) as manad, from per_enhet) as p
    using (uppgift, niva, enhet_id, manad)
group by uppgift, niva, enhet_id, manad
