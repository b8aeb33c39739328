-- One row per period the data spans, with its first and last day (`period` is the first, but of twelve rolling
-- months the first of the last month). A storhelg is a period if its first day is in the span.
select
    periodtyp,
    period,
    if(periodtyp = 'rullande12', cast(period - interval 11 month as date), period) as start,
    periodslut(periodtyp, period) as slut,
from (select distinct periodtyp, period from period_manad)
union all
select 'helg', storhelg_id, storhelg_id, sista,
from storhelg
join dataspann
    on storhelg_id between forsta_dag and greatest(sista_dag, sista_datadag)
