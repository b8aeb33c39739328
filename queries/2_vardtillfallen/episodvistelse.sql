-- One row per stay of a patient who has an episode of several stays: the day its episode
-- began (no other of the patient's begins that day), and whether it is the episode's first
-- and last stay.
with kedjad as (
    select distinct patient from vistelse_foljd where not ensam
),
vistelse as (
    select
        * exclude (borjar, ensam, nasta_in, nasta_oplanerad_in),
        max(in_datum) filter (where borjar) over (
            partition by patient
            order by in_datum, stay
            rows between unbounded preceding and current row
        ) as start_datum,
    from vistelse_foljd
    semi join kedjad using (patient)
),
lika as (
    -- Stays of an episode that nothing but their ids may tell apart.
    select vistelse.stay, vardtillfalle_id
    from vistelse
    semi join (
        select patient, in_datum, ut_datum
        from vistelse
        group by all
        having count(*) > 1
    ) as par
        on par.patient = vistelse.patient and par.in_datum = vistelse.in_datum
        and par.ut_datum is not distinct from vistelse.ut_datum
    join vistelse_id using (stay)
),
klockad as (
    select
        l.*, lika.vardtillfalle_id,
        -- Clock times decide only between stays of the same day that all have one.
        case
            when count(t.in_tid) over i = count(*) over i then t.in_tid
        end as in_klocka,
        case
            when count(t.ut_tid) over u = count(*) over u then t.ut_tid
        end as ut_klocka,
    from vistelse as l
    join (select stay, in_tid, ut_tid from vardtillfalle) as t using (stay)
    left join lika using (stay)
    window
        i as (partition by patient, start_datum, l.in_datum),
        u as (partition by patient, start_datum, l.ut_datum)
)
select
    * exclude (vardtillfalle_id, in_klocka, ut_klocka),
    row_number() over (
        partition by patient, start_datum
        order by
            in_datum, in_klocka, ut_datum desc nulls first, ut_klocka desc,
            vardtillfalle_id, stay
    ) = 1 as forst,
    row_number() over (
        partition by patient, start_datum
        order by
            ut_datum desc nulls first, ut_klocka desc, in_datum desc, in_klocka desc,
            vardtillfalle_id desc, stay desc
    ) = 1 as sist,
from klockad
