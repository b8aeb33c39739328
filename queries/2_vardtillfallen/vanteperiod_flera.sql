-- One row per unbroken time of waiting of a stay with a withdrawn notice: a notice lasts to the first withdrawal stamped
-- after it, one that stands as long as the case. till is the day after the last waiting day, fore the last day the stay
-- waited before.
with atertagen_notis as (
    select
        n.stay, n.klar_datum as fran,
        min(a.atertagen_datum) as till,
    from notis as n
    join atertagande as a
        on a.stay = n.stay
        and case
            when n.klar_tid is null or a.atertagen_tid is null
                then a.atertagen_datum > n.klar_datum
            else a.atertagen_tid > n.klar_tid
        end
    where n.atertagen and n.strykning is null
    group by n.stay, n.klar_datum, n.klar_tid
),
gallande as (
    select stay, fran, till from atertagen_notis
    union all
    select stay, d0, null
    from fall
    semi join atertagen_notis using (stay)
),
med_plats as (
    -- Distinct: of two that are the same, one would begin a time of its own.
    select distinct
        g.stay, v.kommun, v.vardgivare, v.vardform, v.aldersband, fran,
        least(till, v.ut_datum, if(v.ut_datum is null, sista_datadag + 1, null)) as till,
        v.delregion,
        coalesce(v.ut_datum, sista_datadag) as plats_dag,
    from gallande as g
    join vardtillfalle as v using (stay)
    cross join dataspann
),
markerad as (
    select
        *,
        fran > coalesce(max(till) over (
            partition by stay order by fran, till rows between unbounded preceding and 1 preceding
        ), date '-infinity') as borjar,
    from med_plats
    where till > fran
),
numrerad as (
    select *, sum(borjar::integer) over (partition by stay order by fran, till rows unbounded preceding) as nummer,
    from markerad
)
select
    stay, kommun, delregion, vardgivare, vardform, aldersband, plats_dag,
    min(fran) as fran,
    max(till) as till,
    lag(max(till) - 1) over (partition by stay order by nummer) as fore,
from numrerad
group by stay, kommun, delregion, vardgivare, vardform, aldersband, plats_dag, nummer
