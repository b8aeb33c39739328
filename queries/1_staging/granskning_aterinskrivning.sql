-- One row per remark on a row of aterinskrivningar*.
select
    'aterinskrivningar' as slag, fil, rad, 'avvisad' as typ, fel_kod as kod,
    case
        when fel_kod in ('ogiltigt_datum', 'aterinskriven_saknas') then 'aterinskriven'
    end as kolumn,
from aterinskrivning_tolkad
where fel_kod is not null
union all
select 'aterinskrivningar', fil, rad, 'struken', 'okant_varde', 'oplanerad'
from aterinskrivning_tolkad
where fel_kod is null and oplanerad_struken
union all
select
    'aterinskrivningar', fil, rad, 'anmarkning', 'aterinskrivning_utan_vardtillfalle',
    'vardtillfalle_id',
from aterinskrivning_tolkad
where fel_kod is null and stay is null
