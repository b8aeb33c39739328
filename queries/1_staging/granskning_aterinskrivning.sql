-- One row per remark on a row of aterinskrivningar*.
select
    'aterinskrivningar' as slag, fil, rad, 'avvisad' as typ, split_part(fel, ':', 1) as kod,
    nullif(split_part(fel, ':', 2), '') as kolumn,
from aterinskrivning_tolkad
where fel is not null
union all
select 'aterinskrivningar', fil, rad, 'struken', 'okant_varde', 'oplanerad'
from aterinskrivning_tolkad
where fel is null and oplanerad_struken
union all
select 'aterinskrivningar', fil, rad, 'struken', split_part(f, ':', 2), split_part(f, ':', 1)
from (
    select fil, rad, unnest(datumfel_lista(datumfel)) as f
    from aterinskrivning_tolkad
    where fel is null and datumfel is not null
)
union all
select
    'aterinskrivningar', fil, rad, 'anmarkning', 'aterinskrivning_utan_vardtillfalle',
    'vardtillfalle_id',
from aterinskrivning_tolkad
where fel is null and stay is null
