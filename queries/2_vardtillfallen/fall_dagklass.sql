-- One row per unit, period, group, class of the day of readiness and of discharge: ended
-- cases.
with manad_for_enhet as (
    select
        unnest(enheter(kommun, delregion, vardgivare), recursive := true),
        manad, vardform, aldersband, klar_dagklass, ut_dagklass,
        fall,
    from (
        select
            manad, kommun, delregion, vardgivare, vardform, aldersband,
            klar_dagklass, ut_dagklass,
            sum(fall) as fall,
        from kub_fall
        group by all
    )
),
manad_for_grupp as (
    select niva, enhet_id, manad, grupp, klar_dagklass, ut_dagklass, sum(fall) as fall,
    from manad_for_enhet
    join grupp_karta using (vardform, aldersband)
    where enhet_id is not null
    group by all
)
select
    niva, enhet_id, periodtyp, period, grupp, klar_dagklass, ut_dagklass,
    cast(sum(fall) as bigint) as fall,
from manad_for_grupp
join period_manad using (manad)
group by all
