-- One row per unit, period, group and weekday of discharge: all ended stays, whether or not
-- they were ever ready.
with kub as (
    select
        cast(date_trunc('month', ut_datum) as date) as manad,
        kommun, delregion, vardgivare, vardform, aldersband,
        cast(isodow(ut_datum) as tinyint) as ut_veckodag,
        count(*) as vardtillfallen,
    from vardtillfalle
    where ut_datum is not null
    group by all
),
manad_for_enhet as (
    select
        unnest(enheter(kommun, delregion, vardgivare), recursive := true),
        manad, vardform, aldersband, ut_veckodag, vardtillfallen,
    from kub
),
manad_for_grupp as (
    select niva, enhet_id, manad, grupp, ut_veckodag, sum(vardtillfallen) as vardtillfallen,
    from manad_for_enhet
    join grupp_karta using (vardform, aldersband)
    where enhet_id is not null
    group by all
)
select
    niva, enhet_id, periodtyp, period, grupp, ut_veckodag,
    cast(sum(vardtillfallen) as bigint) as vardtillfallen,
from manad_for_grupp
join period_manad using (manad)
group by all
