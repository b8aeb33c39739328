-- One row if an extract says who came back and readmissions are computed, else none: index episodes where it agrees with
-- the computed result, only it says so, only we do. All three or none: with a published total one of them gives another
-- back.
select
    case when visas then cast(overens as integer) end as overens,
    case when visas then cast(bara_kallan as integer) end as bara_kallan,
    case when visas then cast(bara_beraknade as integer) end as bara_beraknade,
from avstamning
cross join (
    select
        (overens = 0 or overens >= getvariable('troskel'))
        and (bara_kallan = 0 or bara_kallan >= getvariable('troskel'))
        and (bara_beraknade = 0 or bara_beraknade >= getvariable('troskel')) as visas,
    from avstamning
) as bedomning
anti join (select indikator from krav_saknas where indikator = 'aterinskrivning_30d') on true
