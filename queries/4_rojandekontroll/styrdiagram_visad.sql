-- One row per visible final month of a control chart: shares, ratios and means as they are published.
-- A series with more final months hidden than shown has no chart: which are shown depends on their numbers (a share of 0 is,
-- one of a few cases is not), so that the mean of those shown is not the unit's.
select indikator, niva, enhet_id, grupp, period, varde, matt, riktning,
from publicerat
join rojande_indikator using (indikator)
where typ in ('andel', 'kvot', 'medel') and kategori = 'alla' and periodtyp = 'manad'
    and status in ('visas', 'skyddad') and slutlig = 1
window serie as (partition by indikator, niva, enhet_id, grupp)
qualify status = 'visas' and count_if(status = 'visas') over serie >= count_if(status = 'skyddad') over serie
