-- One row per level, type of period and indicator that key figures show: the usual noise (median) and the largest of the cells with a value, all patients.
select
    niva, periodtyp, indikator,
    cast(count(*) as integer) as celler,
    median(brus) as mitt,
    max(brus) as hogst,
from brus_cell
where grupp = 'alla' and kategori = 'alla' and periodtyp in ('manad', 'kvartal', 'halvar', 'ar')
    and indikator in ('medeldagar_alla', 'medeldagar_skr', 'andel_utskrivningsklardagen', 'aterinskrivning_30d')
group by niva, periodtyp, indikator
order by
    niva_plats(niva),
    periodtyp_plats(periodtyp), indikator
