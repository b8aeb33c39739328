-- One row per block of ended cases: median and 90th percentile, their rank moved by half the deviation of the number of cases.
with rangordnade as (
    select
        niva, enhet_id, periodtyp, period, grupp, vantedagar,
        sum(fall) over (partition by niva, enhet_id, periodtyp, period, grupp order by vantedagar) as till_och_med,
        sum(fall) over (partition by niva, enhet_id, periodtyp, period, grupp) as n,
    from fall_vantedagar
)
select
    block,
    min(vantedagar) filter (where 2 * (till_och_med - steg) >= n or till_och_med = n) as median,
    min(vantedagar) filter (where 10 * (till_och_med - steg) >= 9 * n or till_och_med = n) as p90,
from rangordnade
join (from rojande_block where mangd = 'fall') using (niva, enhet_id, periodtyp, period, grupp)
join (
    select block, cast(trunc((tal - sant) / 2) as integer) as steg,
    from ckm_antal
    where namn = 'n'
) using (block)
group by block
