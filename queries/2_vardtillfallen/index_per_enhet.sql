-- One row per unit, period and group: index episodes and those that came back unplanned.
with kub as (
    select
        cast(date_trunc('month', slut_datum) as date) as manad,
        kommun, delregion, vardgivare, vardform, aldersband,
        count(*) as episoder,
        count(*) filter (where aterinskriven) as aterinskrivna,
    from index_episod
    group by all
),
manad_for_enhet as (
    select
        unnest(enheter(kommun, delregion, vardgivare), recursive := true),
        manad, vardform, aldersband, episoder, aterinskrivna,
    from kub
),
manad_for_grupp as (
    select
        niva, enhet_id, manad, grupp,
        sum(episoder) as episoder,
        sum(aterinskrivna) as aterinskrivna,
    from manad_for_enhet
    join grupp_karta using (vardform, aldersband)
    where enhet_id is not null
    group by all
)
select
    niva, enhet_id, periodtyp, period, grupp,
    cast(sum(episoder) as bigint) as episoder,
    cast(sum(aterinskrivna) as bigint) as aterinskrivna,
from manad_for_grupp
join period_manad using (manad)
group by all
