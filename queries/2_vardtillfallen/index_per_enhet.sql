-- One row per unit, period and group: index episodes and those that came back unplanned.
select
    niva, enhet_id, periodtyp, period, grupp,
    antal_episoder as episoder,
    antal_aterinskrivna as aterinskrivna,
from upprullad('kub_index', [])
