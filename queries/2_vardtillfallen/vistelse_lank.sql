-- One row per stay of a patient with several stays: the number of its vårdepisod among the
-- patient's, and whether it is the only stay of it. Patients with a single stay need no
-- linking.
with foregaende as (
    select
        *,
        -- The running maximum, so that nested and chained stays link; an open stay keeps
        -- the episode open.
        max(coalesce(ut_datum, date 'infinity')) over (
            partition by patient
            order by in_datum, stay
            rows between unbounded preceding and 1 preceding
        ) as slut_hittills,
    from vardtillfalle
    where flera_vistelser
),
markerad as (
    select
        * exclude (slut_hittills),
        slut_hittills is null or in_datum > slut_hittills as borjar,
    from foregaende
)
select
    * exclude (borjar),
    cast(count(*) filter (where borjar) over (
        partition by patient
        order by in_datum, stay
        rows between unbounded preceding and current row
    ) as integer) as nr,
    borjar and coalesce(lead(borjar) over (partition by patient order by in_datum, stay), true)
        as ensam,
from markerad
