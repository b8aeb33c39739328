-- One row per unit, period and group: index episodes and those that came back, by each rule.
select
    niva, enhet_id, periodtyp, period, grupp,
    antal_episoder as episoder,
    antal_aterinskrivna as aterinskrivna,
    antal_nasta as aterinskrivna_nasta,
    antal_alla as aterinskrivna_alla,
from upprullad('kub_index', [])
