-- One row per level, group and type of period: published cells and how many of them are hidden.
select
    niva, grupp, periodtyp,
    cast(count(*) as integer) as celler,
    cast(count_if(status = 'skyddad') as integer) as skyddade,
    hel_procent(skyddade, celler) as andel,
from publicerat
group by niva, grupp, periodtyp
order by
    niva_plats(niva),
    grupp_plats(grupp),
    periodtyp_plats(periodtyp)
