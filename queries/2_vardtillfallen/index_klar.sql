-- One row per unit, half-year or year, group, band of waiting days and process colour: index
-- episodes whose last stay is a case, and those that came back.
select
    niva, enhet_id, periodtyp, period, grupp, vantat3, process,
    antal_episoder as episoder,
    antal_aterinskrivna as aterinskrivna,
from upprullad(
    'kub_index_klar', ['vantat3', 'process'],
    ['aterinskrivning_30d_svu', 'aterinskrivning_process', 'aterinskrivning_vantan']
)
