-- One row per row of aterinskrivningar*, read, with its index stay (null: in no file).
with falt as (
    select
        nr, fil, rad, falttext(vardtillfalle_id) as vardtillfalle_id,
        falttext(patient_id) as patient_id, falttext(inskrivning) as inskrivning,
        falttext(aterinskriven) as aterinskriven, falttext(oplanerad) as o, falttext(planerad) as p,
    from raw.aterinskrivningar
),
last as (
    select
        * exclude (o, p),
        coalesce(las_tid(aterinskriven)::date, las_datum(aterinskriven)) as aterinskriven_datum,
        coalesce(las_tid(inskrivning)::date, las_datum(inskrivning)) as in_datum,
        las_oplanerad(o, p) as oplanerad,
        coalesce(o, p) is not null and las_oplanerad(o, p) is null as oplanerad_struken,
    from falt
),
patient_dag as (
    select patient_id, in_datum, any_value(stay) as stay,
    from s_vardtillfalle
    semi join (select patient_id from last) using (patient_id)
    group by patient_id, in_datum
    having count(*) = 1
),
kopplad as (
    select l.*, coalesce(v.stay, d.stay) as stay,
    from last as l
    left join s_vardtillfalle as v on v.vardtillfalle_id = l.vardtillfalle_id
    left join patient_dag as d on d.patient_id = l.patient_id and d.in_datum = l.in_datum
),
fel as (
    select
        *,
        case
            when coalesce(vardtillfalle_id, patient_id, aterinskriven) is null then 'tom_rad'
            when vardtillfalle_id is null and (patient_id is null or in_datum is null)
                then 'nyckel_saknas'
            when aterinskriven is null then 'aterinskriven_saknas'
            when aterinskriven_datum is null then 'ogiltigt_datum'
        end as eget_fel,
    from kopplad
)
select
    * exclude (eget_fel),
    case
        when eget_fel is not null then eget_fel
        when min(hash(oplanerad)) over samma <> max(hash(oplanerad)) over samma
            then 'motsagande_dubblett'
        when row_number() over (samma order by nr) > 1 then 'dubblett'
    end as fel_kod,
from fel
window samma as (
    partition by eget_fel, vardtillfalle_id, patient_id, in_datum, aterinskriven_datum
)
