-- One row per finest cell of ended cases: the cube every figure on cases is rolled up from.
with kub as (
    select
        cast(date_trunc('month', d1) as date) as manad,
        kommun, delregion, vardgivare, vardform, aldersband, vantedagar,
        klar.veckodag as klar_veckodag,
        ut.veckodag as ut_veckodag,
        klar.dagklass as klar_dagklass,
        ut.dagklass as ut_dagklass,
        ut.sommarvecka as ut_sommarvecka,
        raknat(vikt(stay)) as antal_fall,
    from fall
    join kalender as klar on klar.datum = d0
    join kalender as ut on ut.datum = d1
    group by all
)
select
    *,
    vantedagar * antal_fall as summa_vantedagar,
    vantedagar * vantedagar * antal_fall as summa_kvadrat,
from kub
