-- One row per stay of an episode of several stays: is it the first, is it the last?
with flera as (
    select patient, nr, from vistelse_lank group by patient, nr having count(*) > 1
),
vistelse as (
    select
        stay, patient, nr, v.in_datum, v.ut_datum, s.vardtillfalle_id,
        -- Clock times decide only between stays of the same day that all have one.
        case
            when count(v.in_tid) over i = count(*) over i then v.in_tid
        end as in_tid,
        case
            when count(v.ut_tid) over u = count(*) over u then v.ut_tid
        end as ut_tid,
    from vistelse_lank
    semi join flera using (patient, nr)
    join vardtillfalle as v using (stay, patient)
    join s_vardtillfalle as s using (stay)
    window
        i as (partition by patient, nr, v.in_datum),
        u as (partition by patient, nr, v.ut_datum)
)
select
    stay, patient, nr,
    row_number() over (
        partition by patient, nr
        order by
            in_datum, in_tid, ut_datum desc nulls first, ut_tid desc,
            vardtillfalle_id, stay
    ) = 1 as forst,
    row_number() over (
        partition by patient, nr
        order by
            ut_datum desc nulls first, ut_tid desc, in_datum desc, in_tid desc,
            vardtillfalle_id desc, stay desc
    ) = 1 as sist,
from vistelse
