-- One row per kind of row, unit (region, vårdgivare) and month from the kind's first to its
-- last: used rows, and the days of the earliest and the latest. Stays count in the month of
-- discharge (of admission where the extracts have no discharge), notices in that of
-- readiness.
with handelse as (
    select
        'vardtillfallen' as uppgift, vardgivare,
        case when har_utskrivning then ut_datum else in_datum end as dag,
    from s_vardtillfalle
    cross join (select count(ut_datum) > 0 as har_utskrivning, from s_vardtillfalle)
    union all
    -- A readiness that was removed has a date that is wrong.
    select 'underrattelser', hos_vardgivare, klar_datum, from notis where strykning is null
    union all
    select 'underrattelser', vardgivare, klar_datum, from s_notis where stay is null
),
per_dag as (
    select uppgift, vardgivare, dag, count(*) as antal,
    from handelse
    join rimliga_dagar on dag >= forsta
    group by all
),
per_enhet as (
    select
        uppgift, 'region' as niva, cast(getvariable('region_kod') as varchar) as enhet_id, dag,
        antal,
    from per_dag
    union all
    select uppgift, 'vardgivare', vardgivare, dag, antal, from per_dag
    where vardgivare is not null
),
manad as (
    select
        uppgift,
        cast(unnest(generate_series(
            date_trunc('month', min(dag)), date_trunc('month', max(dag)), interval 1 month
        )) as date) as manad,
    from per_dag
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
