-- One row per funnel, level and number of cases on its axis: the limits to draw, at 24 even steps of log n from the smallest
-- unit that is judged to the largest.
with
spann as (
    select
        indikator, niva, periodtyp, period,
        greatest(fa_fall_grans(), min(fall)) as minst,
        greatest(fa_fall_grans(), max(fall)) as storst,
    from tratt
    group by all
),

axel as (
    select
        spann.*,
        steg,
        -- A little beyond both ends, so that no unit stands on the edge.
        0.9 * minst * pow(storst / minst / 0.81, steg / 24.0) as fall,
    from spann
    cross join generate_series(0, 24) as s (steg)
)

select
    indikator, niva, periodtyp, period, steg::integer as steg, round(fall, 3) as fall, centrum,
    round(inre.nedre, 6) as nedre95, round(inre.ovre, 6) as ovre95,
    round(yttre.nedre, 6) as nedre998, round(yttre.ovre, 6) as ovre998,
from axel
join tratt_mitt using (indikator, periodtyp, period)
cross join lateral (select
    tratt_granser(matt, centrum, spridning, axel.fall, 1.96) as inre,
    tratt_granser(matt, centrum, spridning, axel.fall, 3.09) as yttre
) as g
order by indikator, niva, periodtyp, period, steg
