-- One row per stay of a patient with several stays: the number of its vårdepisod among the
-- patient's. Patients with a single stay need no linking.
with flera as (
    select patient,
    from vardtillfalle
    where patient is not null and in_datum is not null
    group by patient
    having count(*) > 1
),
foregaende as (
    select
        stay, patient, in_datum,
        -- The running maximum, so that nested and chained stays link; an open stay keeps
        -- the episode open.
        max(coalesce(ut_datum, date 'infinity')) over (
            partition by patient
            order by in_datum, stay
            rows between unbounded preceding and 1 preceding
        ) as slut_hittills,
    from vardtillfalle
    semi join flera using (patient)
    where in_datum is not null
)
select
    stay,
    patient,
    cast(count(*) filter (where slut_hittills is null or in_datum > slut_hittills) over (
        partition by patient
        order by in_datum, stay
        rows between unbounded preceding and current row
    ) as integer) as nr,
from foregaende
