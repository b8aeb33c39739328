-- One row per block: one counted set (mangd) of one unit, period and group. Its counts are hidden or shown as wholes.
-- start and slut are the days its cases can belong to a unit: the period's (rolling: twelve months); those around a
-- storhelg leave from the day before it, with no last day. medlem_slut is the last day that decides the delregion of any of
-- its cases: a stay is where it was discharged, and may have waited, or be waiting, in an earlier period.
select
    cast(row_number() over (order by mangd, niva, enhet_id, periodtyp, period, grupp) - 1 as integer) as block,
    mangd, niva, enhet_id, periodtyp, period, grupp,
    cast(case periodtyp
        when 'rullande12' then period - interval 11 month
        when 'helg' then period - interval 1 day
        else period
    end as date) as start,
    if(periodtyp = 'helg', date '9999-12-31', period.slut) as slut,
    case
        when periodtyp = 'helg' then date '9999-12-31'
        when mangd in ('dygn', 'pagaende') then greatest(period.slut, sista_plats_dag)
        else period.slut
    end as medlem_slut,
from (
    select distinct mangd, niva, enhet_id, periodtyp, period, grupp
    from indikatorvarde
    join rojande_indikator using (indikator)
    where not avstangd
)
left join period using (periodtyp, period)
left join vantan_plats using (periodtyp, period)
