-- One row: the first and last day that the extracts' dates reach but for those apart from all
-- others, as a mistyped year is: at most `ensam_andel` of the dates lie beyond a hole of at least
-- `ensam_manader` empty months, which `ensam_vantat` dates or more would usually fill. After one of
-- `ensam_lang_manader` months no real date is: there up to `ensam_lang_andel`, so that it holds in a
-- small extract as well.
with dagar as (
    select unnest([inskrivning_datum, utskrivning_datum]) as dag from raw.utskrivningar
    union all
    select unnest([inskrivning_datum, utskrivning_datum, utskrivningsklar_datum])
    from raw.vardtillfallen
    union all
    select utskrivningsklar_datum from raw.utskrivningsklar
),
per_dag as (
    select dag, count(*) as antal from dagar where dag is not null group by dag
),
manad as (
    select cast(date_trunc('month', dag) as date) as manad, sum(antal) as antal
    from per_dag
    group by all
),
summerad as (
    select
        *,
        lag(manad) over tid as forra,
        date_diff('month', lag(manad) over tid, manad) - 1 as tomma,
        sum(antal) over tid - antal as fore,
        sum(antal) over () as alla,
        sum(antal) over (order by antal desc, manad) as storre,
    from manad
    window tid as (order by manad)
),
hal as (
    select
        *,
        -- What is usual: half of the dates lie in months with as many or more.
        min(antal) filter (where storre - antal < alla / 2) over () as vanligt,
    from summerad
),
ensam as (
    select
        forra, manad,
        fore <= getvariable('ensam_andel') * alla as fore_ensam,
        alla - fore <= alla * greatest(
            getvariable('ensam_andel'),
            if(tomma >= getvariable('ensam_lang_manader'), getvariable('ensam_lang_andel'), 0)
        ) as efter_ensam,
    from hal
    where
        tomma >= getvariable('ensam_manader')
        and tomma * vanligt >= getvariable('ensam_vantat')
)
select
    coalesce(max(manad) filter (where fore_ensam), date '1900-01-01') as forsta,
    coalesce(last_day(min(forra) filter (where efter_ensam)), date '9999-12-31') as sista,
from ensam
