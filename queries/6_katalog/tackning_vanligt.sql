-- One row per row of tackning_manad, with what is usual (`vanligt`, null if nothing can be
-- said): the median of the three nearest months before that have something; where there
-- are fewer, of those and the three nearest after, at least two in all. Months with nothing
-- are left out, so that a long gap is no usual state.
with grannar as (
    select
        *,
        coalesce(list(antal) filter (where antal > 0) over fore, []) as alla_fore,
        coalesce(list(antal) filter (where antal > 0) over efter, []) as alla_efter,
    from tackning_manad
    window
        fore as (
            partition by uppgift, niva, enhet_id
            order by manad
            rows between unbounded preceding and 1 preceding
        ),
        efter as (
            partition by uppgift, niva, enhet_id
            order by manad
            rows between 1 following and unbounded following
        )
),
narmaste as (
    select
        *,
        case
            when len(alla_fore) >= 3 then alla_fore[-3:]
            else list_concat(alla_fore, alla_efter[:3])
        end as jamforda,
    from grannar
)
select
    * exclude (jamforda, alla_fore, alla_efter),
    len(alla_fore) > 0 as nagot_fore,
    len(alla_efter) > 0 as nagot_efter,
    case when len(jamforda) >= 2 then list_median(jamforda) end as vanligt,
from narmaste
