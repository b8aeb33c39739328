-- One row per finest cell of cases still waiting at the month's last day, with the band of days waited so far.
select
    manad, kommun, delregion, vardgivare, vardform, aldersband,
    vantan_kategori(dagar) as kategori,
    raknat(vikt(stay)) as antal_fall,
from vantande
group by all
