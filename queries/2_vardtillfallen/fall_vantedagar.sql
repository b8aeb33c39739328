-- One row per unit, period, group and number of waiting days: ended cases.
with manad_for_enhet as (
    select
        unnest(enheter(kommun, delregion, vardgivare), recursive := true),
        manad, vardform, aldersband, vantedagar,
        fall,
    from (
        select
            manad, kommun, delregion, vardgivare, vardform, aldersband, vantedagar,
            sum(fall) as fall,
        from kub_fall
        group by all
    )
),
manad_for_grupp as (
    select niva, enhet_id, manad, grupp, vantedagar, sum(fall) as fall,
    from manad_for_enhet
    join grupp_karta using (vardform, aldersband)
    where enhet_id is not null
    group by all
)
select
    niva, enhet_id, periodtyp, period, grupp, vantedagar,
    cast(sum(fall) as bigint) as fall,
from manad_for_grupp
join period_manad using (manad)
group by all
