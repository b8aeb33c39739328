-- One row per used stay: its record key, a hash of the profile's seed and of what tells the stay from others, so the same stay
-- has the same key in every table and every build. A case and an episode have the key of their (last) stay.
-- A stay without id and without patient and admission is told by all that is said of it; of two alike, each has its own.
with identitet as (
    select
        stay,
        case
            when vardtillfalle_id is not null then json_array('id', vardtillfalle_id)
            when patient_id is not null and in_datum is not null
                then json_array('patient', patient_id, in_datum::varchar, in_tid::varchar)
            else json_array(
                'rad', patient_id, kommun::varchar, vardgivare::varchar, klinik_kod::varchar, vardform::varchar, in_datum::varchar,
                in_tid::varchar, d0::varchar, ut_datum::varchar, ut_tid::varchar, utskriven_till::varchar, oplanerad, fodelsear
            )
        end::varchar as identitet,
    from s_vardtillfalle
    left join (select stay, d0 from fall) using (stay)
)
select
    stay as stay_nr,
    bitar24(concat_ws(
        '|', getvariable('ckm_fro'), identitet, row_number() over (partition by identitet order by stay)
    )) as nyckel,
from identitet
