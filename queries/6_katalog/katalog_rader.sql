-- One row per indicator: how many published rows have each status.
select
    indikator,
    cast(count(*) filter (where status = 'visas') as integer) as visas,
    cast(count(*) filter (where status = 'skyddad') as integer) as skyddad,
    cast(count(*) filter (where status = 'saknas') as integer) as saknas,
from publicerat
group by indikator
