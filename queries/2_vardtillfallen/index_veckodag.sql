-- One row per unit, half-year or year, and weekday of discharge: index episodes of everyone and those
-- that came back.
select
    niva, enhet_id, periodtyp, period, grupp, ut_veckodag,
    antal_episoder as episoder,
    antal_aterinskrivna as aterinskrivna,
from upprullad('kub_index', ['ut_veckodag'], ['aterinskrivning_veckodag'])
