-- One row per block: one counted set (mangd) of one unit, period and group. Its counts are hidden or shown as wholes.
-- `period` is what the contract writes; start and slut are the days covered (rolling: twelve months to `period`'s).
select
    cast(row_number() over (order by mangd, niva, enhet_id, periodtyp, period, grupp) - 1 as integer) as block,
    mangd, niva, enhet_id, periodtyp, period, grupp,
    cast(if(periodtyp = 'rullande12', period - interval 11 month, period) as date) as start,
    slut,
from (
    select distinct mangd, niva, enhet_id, periodtyp, period, grupp
    from indikatorvarde
    join rojande_indikator using (indikator)
    where not avstangd
)
left join period using (periodtyp, period)
