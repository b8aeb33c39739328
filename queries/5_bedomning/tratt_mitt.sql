-- One row per share or mean and final period: the region's value, around which its units are compared. s / mean of a mean is
-- read back from the published interval.
select
    p.indikator, periodtyp, period, matt,
    varde as centrum,
    namnare as region_fall,
    case when typ = 'medel' then ln(ovre / varde) / 1.96 * sqrt(namnare) end as spridning,
from publicerat as p
join rojande_indikator using (indikator)
where
    typ in ('andel', 'medel') and kategori = 'alla' and grupp = 'alla' and niva = 'region'
    and periodtyp in ('kvartal', 'halvar', 'ar', 'rullande12') and slutlig = 1
    and status = 'visas' and varde > 0
    and (typ = 'andel' and varde < 100 or typ = 'medel' and ovre > varde)
