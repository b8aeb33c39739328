-- One row per vårdepisod: stays of one patient that touch, overlap, or where the next begins
-- the day the former ended. Planned as its first stay; the rest is its last stay's.
with sammansatt as (
    select
        patient,
        e.nr,
        min(v.in_datum) as start_datum,
        bool_or(v.utskriven_till = 'avliden') as avliden,
        any_value(v.oplanerad) filter (where e.forst) as oplanerad,
        any_value(stay) filter (where e.sist) as sista_stay,
    from episodvistelse as e
    join vardtillfalle as v using (stay, patient)
    group by patient, e.nr
),
enkel as (
    select
        v.patient,
        coalesce(l.nr, 1) as nr,
        v.in_datum as start_datum,
        v.utskriven_till = 'avliden' as avliden,
        v.oplanerad,
        stay as sista_stay,
    from vardtillfalle as v
    left join vistelse_lank as l using (stay)
    anti join episodvistelse using (stay)
    where v.patient is not null and v.in_datum is not null
),
alla as (
    from sammansatt
    union all by name
    from enkel
)
select
    a.patient,
    a.nr,
    a.start_datum,
    v.ut_datum as slut_datum,
    coalesce(a.avliden, false) as avliden,
    a.oplanerad as planering,
    -- Unknown planning counts as the profile says.
    coalesce(
        a.oplanerad, cast(getvariable('okand_planering') as varchar) = 'oplanerad', false
    ) as oplanerad,
    a.sista_stay,
    v.kommun, v.delregion, v.vardgivare, v.vardform, v.aldersband,
from alla as a
join vardtillfalle as v on v.stay = a.sista_stay
