-- One row per finest cell of ended cases and how they stand to the payment models.
select
    cast(date_trunc('month', d1) as date) as manad,
    kommun, delregion, vardgivare, vardform, aldersband, individuell, betalning,
    raknat(vikt(stay)) as antal_fall,
    cast(sum(vantedagar) as bigint) as summa_vantedagar,
    cast(sum(betalningsdagar) as bigint) as summa_betalningsdagar,
    cast(sum(vantedagar * vantedagar) as bigint) as summa_kvadrat,
    cast(sum(betalningsdagar * betalningsdagar) as bigint) as summa_kvadrat_betalning,
from fall_betalning
group by all
