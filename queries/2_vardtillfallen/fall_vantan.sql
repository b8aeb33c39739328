-- One row per unit, period, group and band of waiting days: ended cases and their days.
select
    niva, enhet_id, periodtyp, period, grupp,
    vantan_kategori(vantedagar) as kategori,
    cast(sum(fall) as bigint) as fall,
    cast(sum(vantedagar * fall) as bigint) as dagar,
from fall_vantedagar
group by all
