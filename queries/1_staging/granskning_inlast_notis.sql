-- One row per remark on a notice as read: refused, robbed of a fact, or used with a remark.
with sarskild as (
    -- Readable notices of which there is something to say after all.
    select nr, stay is null as utan_vistelse, fel from notis_vistelse
    where fel is not null or stay is null
),
alla as (
    select
        n.*, coalesce(v.utan_vistelse, false) as utan_vistelse,
        coalesce(
            n.fel, v.fel, d.kod || if(d.kod = 'dubblett', '', coalesce(':' || sk.kolumner, ''))
        ) as avvisad,
        n.slag = 'vardtillfallen' as pa_vistelsens_rad,
    from notis_tolkad as n
    left join sarskild as v using (nr)
    left join notis_dubblett as d using (nr)
    left join dubblett_skilda as sk using (grupp)
    left join (select orsak, true as okand_orsak from orsak_slug where okand) as o
        on o.orsak = n.orsak
    where
        n.fel is not null or v.nr is not null or d.nr is not null or datumfel is not null
        or kommunfel is not null or okand_kommunkod or kommun_skiljer or okand_process or okand_behov
        or okand_orsak
),
anvand as (
    select * from alla where avvisad is null and not pa_vistelsens_rad
    union all by name
    select * from alla semi join (select stay as nr from s_vardtillfalle) using (nr)
    where pa_vistelsens_rad
),
struken as (
    -- The admission and discharge of a stay's own row are the stay's.
    select slag, fil, rad, unnest(datumfel_lista(datumfel)) as fel from anvand
    where datumfel is not null
)
select
    slag, fil, rad, 'avvisad' as typ, split_part(avvisad, ':', 1) as kod,
    nullif(split_part(avvisad, ':', 2), '') as kolumn,
from alla
where avvisad is not null and not pa_vistelsens_rad
union all
select slag, fil, rad, 'struken', split_part(fel, ':', 2), split_part(fel, ':', 1) from struken
where not (slag = 'vardtillfallen' and split_part(fel, ':', 1) in ('inskrivning', 'utskrivning'))
union all
-- The stay's kommun is used.
select slag, fil, rad, 'struken', kommunfel, 'kommun' from anvand
where kommunfel is not null and not pa_vistelsens_rad
union all
select slag, fil, rad, 'struken', 'okand_kommun', 'kommunkod' from anvand
where okand_kommunkod and not pa_vistelsens_rad
union all
select slag, fil, rad, 'anmarkning', 'kommunkod_och_namn_skiljer', 'kommun' from anvand
where kommun_skiljer and not pa_vistelsens_rad
union all
select slag, fil, rad, 'anmarkning', 'notis_utan_vardtillfalle', 'vardtillfalle_id' from anvand
where utan_vistelse and not pa_vistelsens_rad
union all
select slag, fil, rad, 'anmarkning', 'okand_process', 'process' from anvand where okand_process
union all
select slag, fil, rad, 'anmarkning', 'okant_behov', 'behov' from anvand where okand_behov
union all
select slag, fil, rad, 'anmarkning', 'okand_orsak', 'orsak' from anvand
semi join (select orsak from orsak_slug where okand) as okand using (orsak)
