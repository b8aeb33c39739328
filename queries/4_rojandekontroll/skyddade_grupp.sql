-- One row per level, group and type of period: published cells and how many of them are hidden.
select
    niva, grupp, periodtyp,
    cast(count(*) as integer) as celler,
    cast(count_if(status = 'skyddad') as integer) as skyddade,
    hel_procent(skyddade, celler) as andel,
from publicerat
group by niva, grupp, periodtyp
order by
    list_position(['kommun', 'delregion', 'region', 'vardgivare', 'kommun_vardgivare', 'klinik'], niva),
    list_position(['alla', 'somatik', 'psykiatri', '65plus', '80plus'], grupp),
    list_position(['manad', 'kvartal', 'halvar', 'ar', 'rullande12', 'helg'], periodtyp)
