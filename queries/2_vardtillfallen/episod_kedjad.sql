-- One row per vårdepisod of a patient who has an episode of several stays: planned as its
-- first stay, the rest is its last stay's. Days to the patient's next episode and to the next
-- unplanned one are null where there is none.
with sammansatt as (
    select
        patient, start_datum,
        bool_or(utskriven_till = 'avliden') as avliden,
        any_value(oplanerad) filter (where forst) as planering,
        any_value(stay) filter (where sist) as sista_stay,
    from episodvistelse
    group by patient, start_datum
),
tolkad as (
    select
        s.* replace (coalesce(s.avliden, false) as avliden),
        planering_oplanerad(planering) as oplanerad,
        e.ut_datum as slut_datum,
        e.kommun, e.delregion, e.vardgivare, e.vardform, e.aldersband,
    from sammansatt as s
    join episodvistelse as e on e.stay = s.sista_stay
)
select
    *,
    lead(start_datum) over senare - slut_datum as dagar_till_nasta,
    min(start_datum) filter (where oplanerad) over senare - slut_datum as dagar_till_oplanerad,
from tolkad
window senare as (
    partition by patient
    order by start_datum
    rows between 1 following and unbounded following
)
