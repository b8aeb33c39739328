-- One row per remark on a row of aktiviteter*.
select
    'aktiviteter' as slag, fil, rad, 'avvisad' as typ, split_part(fel, ':', 1) as kod,
    nullif(split_part(fel, ':', 2), '') as kolumn,
from aktivitet_tolkad
where fel is not null
union all
select 'aktiviteter', fil, rad, 'struken', 'ogiltigt_datum', 'slut'
from aktivitet_tolkad
where fel is null and slut_fore_start
union all
select 'aktiviteter', fil, rad, 'struken', split_part(datum, ':', 2), split_part(datum, ':', 1)
from (
    select fil, rad, unnest(datumfel_lista(datumfel)) as datum
    from aktivitet_tolkad
    where fel is null and datumfel is not null
)
union all
select 'aktiviteter', fil, rad, 'struken', 'okant_varde', 'framgangsfaktor'
from aktivitet_tolkad
where fel is null and faktor_struken
union all
select 'aktiviteter', fil, rad, 'struken', 'okant_varde', 'status'
from aktivitet_tolkad
where fel is null and status_struken
