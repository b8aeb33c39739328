-- One row per unit, half-year or year, and band of days until a return: index episodes of everyone
-- that came back.
select niva, enhet_id, periodtyp, period, grupp, retur, antal_aterinskrivna as aterinskrivna,
from upprullad('kub_index', ['retur'], ['aterinskrivning_dagar'])
where retur is not null
