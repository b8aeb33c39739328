-- One row per row of aterinskrivningar*, read, with its index stay (null: in no file).
with falt as (
    select
        r.nr, r.fil, r.rad, r.vardtillfalle_id, r.patient_id, r.inskrivning_datum as in_datum,
        r.aterinskriven_datum, r.datumfel, p.oplanerad, p.struken as oplanerad_struken,
    from raw.aterinskrivningar as r
    left join planering_uppslag as p
        on p.o is not distinct from r.oplanerad and p.p is not distinct from r.planerad
),
patient_dag as (
    select patient_id, in_datum, any_value(stay) as stay,
    from s_vardtillfalle
    semi join (select patient_id from falt where vardtillfalle_id is null) using (patient_id)
    group by patient_id, in_datum
    having count(*) = 1
),
kopplad as (
    select l.*, coalesce(v.stay, d.stay) as stay,
    from falt as l
    left join s_vardtillfalle as v on v.vardtillfalle_id = l.vardtillfalle_id
    left join patient_dag as d
        on l.vardtillfalle_id is null and d.patient_id = l.patient_id and d.in_datum = l.in_datum
),
fel as (
    select
        *,
        case
            when coalesce(vardtillfalle_id, patient_id) is null and aterinskriven_datum is null
                and datumfel is null then 'tom_rad'
            when vardtillfalle_id is null and (patient_id is null or in_datum is null)
                then 'nyckel_saknas'
            when har_datumfel(datumfel, 'aterinskriven')
                then datumfel_kod(datumfel, 'aterinskriven')
            when aterinskriven_datum is null then 'aterinskriven_saknas:aterinskriven'
        end as eget_fel,
    from kopplad
),
markt as (
    select
        *,
        hash(vardtillfalle_id, patient_id, in_datum, aterinskriven_datum) as nyckel,
    from fel
),
flera as (
    select nyckel from markt where eget_fel is null group by nyckel having count(*) > 1
),
dubblett as (
    select
        nr,
        case
            when min(hash(oplanerad)) over samma <> max(hash(oplanerad)) over samma
                then 'motsagande_dubblett:oplanerad'
            when row_number() over (samma order by nr) > 1 then 'dubblett'
        end as kod,
    from markt
    semi join flera using (nyckel)
    where eget_fel is null
    window samma as (
        partition by vardtillfalle_id, patient_id, in_datum, aterinskriven_datum
    )
)
select m.* exclude (eget_fel, nyckel), coalesce(m.eget_fel, d.kod) as fel,
from markt as m
left join dubblett as d using (nr)
