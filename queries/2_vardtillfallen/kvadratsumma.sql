-- One row per set, unit, period, group and category: the sum of squared waiting days, for
-- the interval of a mean. Category alla is all cases, 1–7 the weekday of readiness.
with per_veckodag as (
    select
        niva, enhet_id, periodtyp, period, grupp,
        cast(klar_veckodag as varchar) as kategori,
        cast(sum(kvadratsumma) as bigint) as kvadratsumma,
    from fall_veckodag
    group by all
)
select 'fall' as mangd, *, from per_veckodag
union all
select
    'fall', niva, enhet_id, periodtyp, period, grupp, 'alla',
    cast(sum(kvadratsumma) as bigint),
from per_veckodag
group by all
