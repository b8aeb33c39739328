-- One row per finest cell of index episodes, and those of them that came back unplanned.
select
    cast(date_trunc('month', slut_datum) as date) as manad,
    kommun, delregion, vardgivare, vardform, aldersband,
    count(*) as antal_episoder,
    count(*) filter (where aterinskriven) as antal_aterinskrivna,
from index_episod
group by all
