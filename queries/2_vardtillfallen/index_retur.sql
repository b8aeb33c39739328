-- One row per unit, period, group and band of days until a return: index episodes that came back.
select niva, enhet_id, periodtyp, period, grupp, retur, antal_aterinskrivna as aterinskrivna,
from upprullad('kub_index', ['retur'])
where retur is not null
