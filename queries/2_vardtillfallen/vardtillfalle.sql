-- One row per used stay, with what its notices add: kommun and vårdgivare where the stay
-- has none. Delregion and age are those of the date of discharge, or of sista_datadag while the
-- stay goes on.
with utan_plats as (
    select stay from s_vardtillfalle where kommun is null or vardgivare is null
),
ur_notis as (
    select
        stay,
        first(kommun order by staende desc, klar_datum, klar_tid, fil, rad)
            filter (where kommun is not null) as kommun,
        first(vardgivare order by staende desc, klar_datum, klar_tid, fil, rad)
            filter (where vardgivare is not null) as vardgivare,
    from notis
    semi join utan_plats using (stay)
    group by stay
),
samlad as (
    select
        v.stay,
        -- One number per patient: 64 bits of its hash, joined faster than the text.
        case when v.patient_id is not null then hash(v.patient_id) end as patient,
        coalesce(v.kommun, n.kommun) as kommun,
        coalesce(v.vardgivare, n.vardgivare) as vardgivare,
        v.klinik_kod as klinik,
        coalesce(v.vardform::varchar, 'okand')::vardform_grupp as vardform,
        v.in_datum, v.in_tid, v.ut_datum, v.ut_tid, v.utskriven_till, v.oplanerad,
        coalesce(v.ut_datum, sista_datadag) as plats_dag,
        year(plats_dag) - v.fodelsear as alder,
    from s_vardtillfalle as v
    left join ur_notis as n using (stay)
    cross join dataspann
)
select
    samlad.* exclude (plats_dag, alder),
    delregion,
    case
        when alder >= 80 then '80-'
        when alder >= 65 then '65-79'
        when alder is not null then '-64'
        else 'okand'
    end::aldersband as aldersband,
    -- Null where there is no patient.
    coalesce(in_datum is not null and patient in (select patient from patient_flera), false) as flera_vistelser,
from samlad
left join kommun_delregion as d
    on d.kommun = samlad.kommun and samlad.plats_dag between d.fran and d.till
