-- One row per set, unit, period, group and category: the sum of squared days, for the interval
-- of a mean. Category alla is the waiting of all cases, 1–7 by weekday of readiness, sommar and
-- ovrigt by part of the year, hogst and over by side of the limit for long waits; set betalning is the days of payment by
-- what is known of them; the others are what the chain measures in days, and the causes.
select
    'fall' as mangd, niva, enhet_id, periodtyp, period, grupp,
    cast(klar_veckodag as varchar) as kategori,
    cast(sum(kvadratsumma) as bigint) as kvadratsumma,
from fall_veckodag
group by all
union all
select
    'fall', niva, enhet_id, periodtyp, period, grupp, 'alla',
    cast(sum(vantedagar * vantedagar * fall) as bigint),
from fall_vantedagar
group by all
union all
select
    'fall', niva, enhet_id, periodtyp, period, grupp,
    replace(nyckel, 'kvadrat_', '') as kategori,
    tal,
from kedja_per_enhet
where starts_with(nyckel, 'kvadrat_')
union all
select 'fall', niva, enhet_id, periodtyp, period, grupp, orsak, kvadratsumma,
from orsak_per_enhet
union all
select 'fall', niva, enhet_id, periodtyp, period, grupp, kategori, kvadratsumma
from fall_sommar
union all
select
    'fall', niva, enhet_id, periodtyp, period, grupp, individuell,
    cast(sum(summa_kvadrat) as bigint),
from betalning_per_enhet
group by all
union all
select
    'betalning', niva, enhet_id, periodtyp, period, grupp, betalning,
    cast(sum(summa_kvadrat_betalning) as bigint),
from betalning_per_enhet
where betalning <> 'inga'
group by all
