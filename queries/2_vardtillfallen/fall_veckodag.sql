-- One row per unit, period, group, weekday of readiness and weekday of discharge: ended
-- cases, their waiting days and the sum of the squared waiting days.
with manad_for_enhet as (
    select
        unnest(enheter(kommun, delregion, vardgivare), recursive := true),
        manad, vardform, aldersband, klar_veckodag, ut_veckodag,
        fall, vantedagar, kvadratsumma,
    from (
        select
            manad, kommun, delregion, vardgivare, vardform, aldersband,
            klar_veckodag, ut_veckodag,
            sum(vantedagar * fall) as vantedagar,
            sum(vantedagar * vantedagar * fall) as kvadratsumma,
            sum(fall) as fall,
        from kub_fall
        group by all
    )
),
manad_for_grupp as (
    select
        niva, enhet_id, manad, grupp, klar_veckodag, ut_veckodag,
        sum(fall) as fall,
        sum(vantedagar) as vantedagar,
        sum(kvadratsumma) as kvadratsumma,
    from manad_for_enhet
    join grupp_karta using (vardform, aldersband)
    where enhet_id is not null
    group by all
)
select
    niva, enhet_id, periodtyp, period, grupp, klar_veckodag, ut_veckodag,
    cast(sum(fall) as bigint) as fall,
    cast(sum(vantedagar) as bigint) as vantedagar,
    cast(sum(kvadratsumma) as bigint) as kvadratsumma,
from manad_for_grupp
join period_manad using (manad)
group by all
