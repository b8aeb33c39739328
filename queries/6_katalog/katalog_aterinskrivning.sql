-- One row: stays without patient id, which are outside readmission, and the share (0-1) of episodes that do not say
-- whether they were planned. A number that 1 to k-1 stays or episodes are behind is null.
select
    case
        when utan_patient_id = 0 or utan_patient_id >= getvariable('troskel')
            then cast(utan_patient_id as integer)
    end as utan_patient_id,
    case
        when (okanda = 0 or okanda >= getvariable('troskel'))
            and (kanda = 0 or kanda >= getvariable('troskel'))
            then round(okand_planering_andel, 6)
    end as okand_planering_andel,
from aterinskrivning_utanfor
cross join (
    select
        count(*) filter (where planering is null) as okanda,
        count(planering) as kanda,
    from vardepisod
) as episoder
