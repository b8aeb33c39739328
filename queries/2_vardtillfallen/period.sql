-- One row per period the data spans. A storhelg is a period if its first day is in the span.
select
    periodtyp,
    period,
    cast(period + case periodtyp
        when 'manad' then interval 1 month
        when 'kvartal' then interval 3 month
        when 'halvar' then interval 6 month
        when 'ar' then interval 1 year
    end - interval 1 day as date) as slut,
from (select distinct periodtyp, period from period_manad)
union all
select 'helg', storhelg_id, sista,
from storhelg
join dataspann
    on storhelg_id between forsta_dag and greatest(sista_dag, sista_datadag)
