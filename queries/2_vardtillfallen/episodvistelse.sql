-- One row per stay of an episode of several stays: is it the first, is it the last?
with vistelse as (
    select
        l.*, s.vardtillfalle_id,
        -- Clock times decide only between stays of the same day that all have one.
        case
            when count(l.in_tid) over i = count(*) over i then l.in_tid
        end as in_klocka,
        case
            when count(l.ut_tid) over u = count(*) over u then l.ut_tid
        end as ut_klocka,
    from vistelse_lank as l
    join s_vardtillfalle as s using (stay)
    where not ensam
    window
        i as (partition by patient, nr, l.in_datum),
        u as (partition by patient, nr, l.ut_datum)
)
select
    * exclude (vardtillfalle_id, in_klocka, ut_klocka),
    row_number() over (
        partition by patient, nr
        order by
            in_datum, in_klocka, ut_datum desc nulls first, ut_klocka desc,
            vardtillfalle_id, stay
    ) = 1 as forst,
    row_number() over (
        partition by patient, nr
        order by
            ut_datum desc nulls first, ut_klocka desc, in_datum desc, in_klocka desc,
            vardtillfalle_id desc, stay desc
    ) = 1 as sist,
from vistelse
