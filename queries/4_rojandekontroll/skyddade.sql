-- One row per level: how many published cells there are and how many of them are hidden.
select
    niva,
    cast(count(*) as integer) as celler,
    cast(count_if(status = 'skyddad') as integer) as skyddade,
from publicerat
group by niva
order by niva_plats(niva)
