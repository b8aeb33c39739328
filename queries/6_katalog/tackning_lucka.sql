-- One row per run of months in which a unit has nothing, though what is usual there is at
-- least `lucka_minst`: a gap between months with something (`lucka`), or nothing after
-- (`upphor`) or before (`borjar`).
with tomma as (
    select
        *,
        manad - to_months(cast(row_number() over (
            partition by uppgift, niva, enhet_id
            order by manad
        ) as integer)) as foljd,
    from tackning_vanligt
    where antal = 0
)
select
    uppgift, niva, enhet_id,
    case
        when nagot_fore and nagot_efter then 'lucka'
        when nagot_fore then 'upphor'
        else 'borjar'
    end as flagga,
    min(manad) as fran,
    max(manad) as till,
    cast(0 as bigint) as antal,
    min(vanligt) as vanligt,
from tomma
where vanligt >= getvariable('lucka_minst')
group by uppgift, niva, enhet_id, foljd, nagot_fore, nagot_efter
