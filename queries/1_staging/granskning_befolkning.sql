-- One row per remark on a row of befolkning*.
select
    'befolkning' as slag, fil, rad, 'avvisad' as typ, split_part(fel, ':', 1) as kod,
    nullif(split_part(fel, ':', 2), '') as kolumn,
from befolkning_tolkad
where fel is not null
