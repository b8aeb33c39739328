-- One row per block: one counted set (mangd) of one unit, period and group. Its counts are hidden or shown as wholes.
-- start and slut are the days its cases can belong to a unit: the period's (rolling: twelve months); those around a
-- storhelg leave from the day before it, with no last day.
select
    cast(row_number() over (order by mangd, niva, enhet_id, periodtyp, period, grupp) - 1 as integer) as block,
    mangd, niva, enhet_id, periodtyp, period, grupp,
    cast(case periodtyp
        when 'rullande12' then period - interval 11 month
        when 'helg' then period - interval 1 day
        else period
    end as date) as start,
    if(periodtyp = 'helg', date '9999-12-31', slut) as slut,
from (
    select distinct mangd, niva, enhet_id, periodtyp, period, grupp
    from indikatorvarde
    join rojande_indikator using (indikator)
    where not avstangd
)
left join period using (periodtyp, period)
