-- One row per vårdepisod of a patient with several stays. Days to the patient's next episode
-- and to the next unplanned one are null where there is none.
with sammansatt as (
    -- Episodes of several stays: planned as the first, the rest is the last stay's.
    select
        patient,
        nr,
        min(in_datum) as start_datum,
        bool_or(utskriven_till = 'avliden') as avliden,
        any_value(oplanerad) filter (where forst) as planering,
        any_value(stay) filter (where sist) as sista_stay,
    from episodvistelse
    group by patient, nr
),
alla as (
    select
        s.*, e.ut_datum as slut_datum,
        e.kommun, e.delregion, e.vardgivare, e.vardform, e.aldersband,
    from sammansatt as s
    join episodvistelse as e on e.stay = s.sista_stay
    union all by name
    select
        patient, nr, in_datum as start_datum, utskriven_till = 'avliden' as avliden,
        oplanerad as planering, stay as sista_stay, ut_datum as slut_datum,
        kommun, delregion, vardgivare, vardform, aldersband,
    from vistelse_lank
    where ensam
),
tolkad as (
    -- Unknown planning counts as the profile says.
    select
        * replace (coalesce(avliden, false) as avliden),
        planering_oplanerad(planering) as oplanerad,
    from alla
)
select
    *,
    lead(start_datum) over senare - slut_datum as dagar_till_nasta,
    min(start_datum) filter (where oplanerad) over senare - slut_datum as dagar_till_oplanerad,
from tolkad
window senare as (
    partition by patient
    order by nr
    rows between 1 following and unbounded following
)
