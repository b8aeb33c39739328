-- One row per readable row of utskrivningsklar*: the stay it belongs to (null: in no file),
-- by id, else by patient and admission, and why it is refused after all.
with per_id as (
    select n.*, v.stay as id_stay, v.kommun is not null as id_har_kommun,
    from notis_tolkad as n
    left join s_vardtillfalle as v on v.vardtillfalle_id = n.vardtillfalle_id
    where n.slag = 'utskrivningsklar' and n.fel is null
),
utan_id as (
    select nr, patient_id, in_datum, in_tid from per_id where id_stay is null
),
vistelse as (
    select patient_id, in_datum, in_tid, stay, kommun is not null as har_kommun
    from s_vardtillfalle
    semi join utan_id using (patient_id)
),
patient_tid as (
    -- Admissions that patient and time tell apart.
    select
        patient_id, in_tid, any_value(stay) as stay, any_value(har_kommun) as har_kommun,
    from vistelse
    where in_tid is not null
    group by patient_id, in_tid
    having count(*) = 1
),
patient_dag as (
    -- Admissions that patient and day tell apart.
    select
        patient_id, in_datum, any_value(in_tid) as in_tid, any_value(stay) as stay,
        any_value(har_kommun) as har_kommun,
    from vistelse
    group by patient_id, in_datum
    having count(*) = 1
),
per_patient as (
    select
        u.nr, coalesce(t.stay, d.stay) as stay,
        coalesce(t.har_kommun, d.har_kommun) as har_kommun,
    from utan_id as u
    left join patient_tid as t on t.patient_id = u.patient_id and t.in_tid = u.in_tid
    -- A bare date is compared with dates only.
    left join patient_dag as d
        on d.patient_id = u.patient_id and d.in_datum = u.in_datum
        and (d.in_tid is null or u.in_tid is null)
),
kopplad as (
    select
        p.nr, coalesce(p.id_stay, u.stay) as stay,
        case when p.id_stay is not null then p.id_har_kommun else u.har_kommun end
            as har_kommun,
        p.kommunfel, p.klar_datum, p.klar_tid,
        -- The same notice twice: same stay and same readiness.
        case
            when coalesce(p.id_stay, u.stay) is not null then hash(coalesce(p.id_stay, u.stay))
            when p.vardtillfalle_id is not null then hash(p.vardtillfalle_id)
            else hash(p.patient_id, p.in_datum, p.in_tid)
        end as nyckel,
    from per_id as p
    left join per_patient as u using (nr)
)
select
    nr, stay, nyckel, klar_datum, klar_tid,
    -- A wrong kommun costs the notice only its kommun when the stay has one.
    case when har_kommun is not true then kommunfel || ':kommun' end as fel,
from kopplad
