-- One row per vårdepisod: stays of one patient that touch, overlap, or where the next begins
-- the day the former ended. Planned as its first stay; the rest is its last stay's.
with sammansatt as (
    -- Episodes of several stays.
    select
        patient,
        nr,
        min(v.in_datum) as start_datum,
        bool_or(v.utskriven_till = 'avliden') as avliden,
        any_value(v.oplanerad) filter (where e.forst) as planering,
        any_value(stay) filter (where e.sist) as sista_stay,
    from episodvistelse as e
    join vardtillfalle as v using (stay, patient)
    group by patient, nr
),
alla as (
    select
        s.*, v.ut_datum as slut_datum,
        v.kommun, v.delregion, v.vardgivare, v.vardform, v.aldersband,
    from sammansatt as s
    join vardtillfalle as v on v.stay = s.sista_stay
    union all by name
    -- Episodes of one stay.
    select
        v.patient,
        coalesce(l.nr, 1) as nr,
        v.in_datum as start_datum,
        v.utskriven_till = 'avliden' as avliden,
        v.oplanerad as planering,
        stay as sista_stay,
        v.ut_datum as slut_datum,
        v.kommun, v.delregion, v.vardgivare, v.vardform, v.aldersband,
    from vardtillfalle as v
    left join vistelse_lank as l using (stay)
    anti join episodvistelse using (stay)
    where v.patient is not null and v.in_datum is not null
)
select
    * replace (coalesce(avliden, false) as avliden),
    -- Unknown planning counts as the profile says.
    coalesce(
        planering, cast(getvariable('okand_planering') as varchar) = 'oplanerad', false
    ) as oplanerad,
from alla
