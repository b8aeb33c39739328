-- One row per pair of texts in the extracts' oplanerad (o) and planerad (p): was it unplanned?
with par as (
    select oplanerad as o, planerad as p from raw.utskrivningar
    union
    select oplanerad, planerad from raw.vardtillfallen
    union
    select oplanerad, planerad from raw.aterinskrivningar
)
select
    o, p, las_oplanerad(ot, pt) as oplanerad,
    coalesce(ot, pt) is not null and las_oplanerad(ot, pt) is null as struken,
    coalesce(planering_motsager(ot, pt), false) as skiljer,
from (select *, o::varchar as ot, p::varchar as pt from par)
