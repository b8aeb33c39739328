-- One row per month: stays that ended and cases among them in the whole region, taken from published cells only, so
-- that no hidden number can show here. Null where the cell is hidden or the extract does not say.
with
manader as (
    select distinct period
    from publicerat
    where niva = 'region' and periodtyp = 'manad'
),

regionens as (
    select indikator, period, max(antal) as antal
    from publicerat
    where niva = 'region' and periodtyp = 'manad' and grupp = 'alla'
    group by indikator, period
)

select
    cast(manader.period as varchar) as manad,
    cast(stays.antal as integer) as vardtillfallen,
    cast(fall.antal as integer) as fall,
from manader
left join regionens as stays
    on stays.period = manader.period and stays.indikator = 'veckodag_utskrivning_alla'
left join regionens as fall
    on fall.period = manader.period and fall.indikator = 'medeldagar_alla'
order by manad
