-- One row per vårdgivare and region, month or year: bed days, that is available beds times days, where they are known for
-- every month of the period that the data spans; in the region for each vårdgivare that has beds in some month. Added up in a
-- fixed order: the last decimal of a sum depends on it.
with per_manad as (
    select vardgivare, manad, disponibla * day(last_day(manad)) as dygn from s_vardplats
),
enheter_med_platser as (
    select 'vardgivare' as niva, vardgivare as enhet_id, vardgivare,
    from (select distinct vardgivare from s_vardplats)
    union all
    select 'region', cast(getvariable('region_kod') as varchar), vardgivare,
    from (select distinct vardgivare from s_vardplats)
)
select niva, cast(enhet_id as varchar) as enhet_id, periodtyp, period, sum(dygn order by e.vardgivare, p.manad) as dygn,
from enheter_med_platser as e
cross join (select * from period_manad where periodtyp in ('manad', 'ar')) as p
left join per_manad as m on m.vardgivare = e.vardgivare and m.manad = p.manad
group by all
having count(*) = count(dygn)
