-- One row per published cell, numbered in the order of the files, with the block of the counts it shows.
-- An indicator that is switched off shows no counts and has no block.
select
    row_number() over (
        order by
            indikator,
            list_position(['kommun', 'delregion', 'region', 'vardgivare', 'kommun_vardgivare'], niva), enhet_id,
            list_position(['manad', 'kvartal', 'halvar', 'ar', 'rullande12', 'helg'], periodtyp), period,
            list_position(['alla', 'somatik', 'psykiatri', '65plus', '80plus'], grupp),
            kategori
    ) as rad,
    indikatorvarde.*,
    rojande_indikator.mangd, rojande_indikator.typ, rojande_indikator.matt, rojande_indikator.visar,
    block,
from indikatorvarde
join rojande_indikator using (indikator)
left join rojande_block using (mangd, niva, enhet_id, periodtyp, period, grupp)
