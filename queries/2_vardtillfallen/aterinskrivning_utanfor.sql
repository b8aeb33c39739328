-- One row: stays without patient id, outside readmission, and the share (0–1) of episodes
-- whose first stay does not say whether it was planned.
select
    (select count(*) from vardtillfalle where patient is null) as utan_patient_id,
    count(*) filter (where planering is null) / nullif(count(*), 0)
        as okand_planering_andel,
from vardepisod
