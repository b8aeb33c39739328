-- One row per remark on a notice as read: refused, robbed of a fact, or used with a remark.
with alla as (
    select
        n.*, v.stay, coalesce(n.fel_kod, v.fel_kod, d.kod) as avvisad,
        n.slag = 'vardtillfallen' as pa_vistelsens_rad,
    from notis_tolkad as n
    left join notis_vistelse as v using (nr)
    left join notis_dubblett as d using (nr)
),
avvisad as (
    select slag, fil, rad, avvisad as kod from alla
    where avvisad is not null and not pa_vistelsens_rad
),
anvand as (
    select * from alla where avvisad is null and not pa_vistelsens_rad
    union all by name
    select * from alla semi join (select stay as nr from s_vardtillfalle) using (nr)
    where pa_vistelsens_rad
),
struken as (
    select slag, fil, rad, unnest(string_split(strukna, '|')) as kolumn from anvand
    where strukna is not null
)
select
    slag, fil, rad, 'avvisad' as typ,
    case when kod = 'ogiltig_utskrivningsklar' then 'ogiltigt_datum' else kod end as kod,
    case kod
        when 'ogiltig_utskrivningsklar' then 'utskrivningsklar'
        when 'utskrivningsklar_saknas' then 'utskrivningsklar'
        when 'kommun_saknas' then 'kommun'
        when 'okand_kommun' then 'kommun'
    end as kolumn,
from avvisad
union all
select slag, fil, rad, 'struken', 'ogiltigt_datum', kolumn from struken
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
where stay is null and not pa_vistelsens_rad
