-- One row per month, delregion, vårdgivare and hour of discharge of ended cases. Neither kommun nor group: the hours are
-- for everyone in the larger units.
select
    cast(date_trunc('month', d1) as date) as manad,
    cast(null as varchar) as kommun,
    delregion, vardgivare,
    cast('okand' as vardform_grupp) as vardform,
    cast('okand' as aldersband) as aldersband,
    coalesce(cast(ut_timme as varchar), 'okand') as timme,
    raknat(vikt(stay)) as antal_fall,
from fall
where d1 is not null
group by all
