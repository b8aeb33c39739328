-- One row per remark on a row of vardplatser*.
select
    'vardplatser' as slag, fil, rad, 'avvisad' as typ, split_part(fel, ':', 1) as kod,
    nullif(split_part(fel, ':', 2), '') as kolumn,
from vardplats_tolkad
where fel is not null
union all
-- Beds alone make no vårdgivare: its name may be misspelt.
select 'vardplatser', fil, rad, 'anmarkning', 'vardplatser_utan_vardtillfallen', 'vardgivare'
from s_vardplats
anti join vardgivare on vardgivare.kod = s_vardplats.vardgivare
