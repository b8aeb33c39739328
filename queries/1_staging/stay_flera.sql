-- One row per row whose stay is told by what tells that of another row: its id, else patient and
-- admission (as a hash: some may be another stay's).
with nycklar as (
    select
        nr,
        case
            when vardtillfalle_id is not null then hash(vardtillfalle_id)
            when patient_id is not null and in_datum is not null
                then hash(patient_id, in_datum, in_tid)
        end as nyckel,
    from stay_rad
),
flera as (
    select nyckel from nycklar where nyckel is not null group by nyckel having count(*) > 1
)
select stay_rad.*
from stay_rad
semi join (select nr from nycklar semi join flera using (nyckel)) using (nr)
