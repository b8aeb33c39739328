-- One row per final year: outcomes of that year's goals, and kommuner without a goal.
select
    period,
    cast(count(mal) as integer) as mal,
    cast(count_if(utfall = 'uppnatt') as integer) as uppnatt,
    cast(count_if(utfall = 'ej_uppnatt') as integer) as ej_uppnatt,
    cast(count_if(utfall = 'gar_inte_att_avgora') as integer) as gar_inte_att_avgora,
    cast(count_if(utfall = 'skyddad') as integer) as skyddad,
    cast(count_if(utfall = 'saknas') as integer) as saknas,
    cast(count_if(utfall = 'inget_mal') as integer) as kommuner_utan_mal,
from mal_ar
group by period
order by period
