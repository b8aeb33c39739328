-- One row per payment model, year and group: the kommuner together, those that can be seen.
select
    modell, period, grupp,
    cast(sum(manader) as integer) as manader,
    cast(sum(manader_over) as integer) as manader_over,
    cast(sum(manader_skyldig) as integer) as manader_skyldig,
    cast(sum(manader_okanda) as integer) as manader_okanda,
    cast(count(*) filter (where betalas_ovre > 0) as integer) as kommuner,
    bool_and(utan_bedomning) as utan_bedomning,
    -- In the order of the kommuner: the last decimal of a sum depends on it.
    sum(betalas order by enhet_id) as betalas,
    sum(betalas_ovre order by enhet_id) as betalas_ovre,
    sum(belopp order by enhet_id) as belopp,
    sum(belopp_ovre order by enhet_id) as belopp_ovre,
from betalning_ar
group by modell, period, grupp
order by modell, period, grupp
