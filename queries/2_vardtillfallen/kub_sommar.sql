-- One row per month, kommun, delregion, vårdgivare and part of the year of ended cases: discharged in the summer weeks or
-- not. No groups: the parts are compared for everyone.
select
    manad, kommun, delregion, vardgivare,
    cast('okand' as vardform_grupp) as vardform,
    cast('okand' as aldersband) as aldersband,
    if(ut_sommarvecka, 'sommar', 'ovrigt') as kategori,
    sum(antal_fall) as antal_fall,
    coalesce(sum(antal_fall) filter (where vantedagar = 0), 0) as antal_nolldagar,
    sum(summa_vantedagar) as summa_vantedagar,
    sum(summa_kvadrat) as summa_kvadrat,
from kub_fall
group by all
