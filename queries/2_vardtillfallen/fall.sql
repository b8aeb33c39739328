-- One row per case: a stay with a standing readiness (d0). d1 and vantedagar are null while
-- the patient is still in hospital, ut_timme where no clock time of discharge is known.
with klar as (
    -- The earliest notice of the last standing period.
    select stay, min(klar_datum) as d0,
    from notis
    semi join notis_flera using (stay)
    where staende
    group by stay
    union all
    select stay, klar_datum,
    from notis
    anti join notis_flera using (stay)
    where staende
)
select
    stay,
    v.kommun,
    v.delregion,
    v.vardgivare,
    v.vardform,
    v.klinik,
    v.aldersband,
    v.in_datum,
    v.in_tid,
    v.utskriven_till,
    d0,
    v.ut_datum as d1,
    v.ut_datum - d0 as vantedagar,
    cast(hour(v.ut_tid) as utinyint) as ut_timme,
from klar
join vardtillfalle as v using (stay)
