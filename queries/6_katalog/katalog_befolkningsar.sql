-- One row per year of the data that is counted with the inhabitants of earlier years: the first and the last of those.
select
    cast(ar as integer) as ar,
    cast(min(befolkningsar) as integer) as fran,
    cast(max(befolkningsar) as integer) as till,
from befolkning_ar
where alder = '65-'
group by ar
having min(befolkningsar) < ar
order by ar
