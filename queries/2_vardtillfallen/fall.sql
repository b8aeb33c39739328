-- One row per case: a stay with a standing readiness (d0). d1 and vantedagar are null while
-- the patient is still in hospital, ut_timme where no clock time of discharge is known.
with klar as (
    -- The earliest notice of the last standing period.
    select stay, min(klar_datum) as d0, from notis where staende group by stay
)
select
    stay,
    v.kommun,
    coalesce(v.delregion, d.delregion) as delregion,
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
-- An ongoing case is in the delregion its kommun belonged to when it became ready.
left join kommun_delregion as d
    on d.kommun = v.kommun and d.datum = case when v.ut_datum is null then d0 end
