-- One row per goal and period: how many units reached it.
select
    mal, periodtyp, period,
    cast(count(*) as integer) as enheter,
    cast(count_if(utfall = 'uppnatt') as integer) as uppnatt,
    cast(count_if(utfall = 'ej_uppnatt') as integer) as ej_uppnatt,
    cast(count_if(utfall = 'gar_inte_att_avgora') as integer) as gar_inte_att_avgora,
    cast(count_if(utfall = 'skyddad') as integer) as skyddad,
    cast(count_if(utfall = 'saknas') as integer) as saknas,
from mal_utfall
group by mal, periodtyp, period
order by mal, periodtyp, period
