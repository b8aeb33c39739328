-- One row per case: a stay with a standing readiness (d0), with what its notices say. d1 and vantedagar are null while
-- the patient is still in hospital, ut_timme where no clock time of discharge is known.
select
    v.stay,
    v.kommun,
    v.delregion,
    v.vardgivare,
    v.vardform,
    v.klinik,
    v.aldersband,
    v.in_datum,
    v.in_tid,
    v.utskriven_till,
    v.ut_datum as d1,
    v.ut_datum - d0 as vantedagar,
    cast(hour(v.ut_tid) as utinyint) as ut_timme,
    n.* exclude (stay),
from fall_notis as n
join vardtillfalle as v on v.stay = n.stay
