-- One row per case ready from the day before a storhelg through its last day, ongoing ones
-- included, with the day it left.
with fonster as (
    -- One row per day of readiness that belongs to a storhelg's table.
    select
        storhelg_id,
        forsta_vardag,
        cast(unnest(generate_series(dag_fore, sista, interval 1 day)) as date) as d0,
    from storhelg
)
select
    stay, kommun, delregion, vardgivare,
    storhelg_id,
    case
        when d1 is null then 'kvar'
        when d1 <= forsta_vardag then strftime(d1, '%Y-%m-%d')
        else 'senare'
    end as kategori,
    coalesce(utskriven_till, 'annat') as destination,
from fall
join fonster using (d0)
