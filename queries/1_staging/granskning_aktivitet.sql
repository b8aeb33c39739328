-- One row per remark on a row of aktiviteter*.
select 'aktiviteter' as slag, fil, rad, 'avvisad' as typ, fel_kod as kod,
    case when fel_kod <> 'tom_rad' then fel_kolumn end as kolumn,
from aktivitet_tolkad
where fel_kod is not null
union all
select 'aktiviteter', fil, rad, 'struken', 'ogiltigt_datum', 'slut'
from aktivitet_tolkad
where fel_kod is null and slut_struket
union all
select 'aktiviteter', fil, rad, 'struken', 'okant_varde', 'framgangsfaktor'
from aktivitet_tolkad
where fel_kod is null and faktor_struken
union all
select 'aktiviteter', fil, rad, 'struken', 'okant_varde', 'status'
from aktivitet_tolkad
where fel_kod is null and status_struken
