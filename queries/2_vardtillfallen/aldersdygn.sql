-- One row per year and age band: the region's waiting days in the band for each inhabitant of the band, days of unknown age
-- spread as the known. Only where every band, and the unknown, has no case or at least k: rates tell counts.
with band as (
    select
        make_date(year(manad), 1, 1) as period, aldersband::varchar as alder,
        sum(summa_dygn) as dygn,
        sum(antal_ar) as fall,
    from kub_dygn
    group by all
),
ar as (
    select
        period,
        sum(dygn) as alla,
        sum(dygn) filter (where alder <> 'okand') as kanda,
    from band
    group by period
    having min(fall) >= getvariable('troskel')
)
select period, alder, coalesce(dygn, 0) * alla / kanda / antal as dygn_per_invanare,
from ar
join invanare using (period)
left join band using (period, alder)
where niva = 'region' and periodtyp = 'ar' and alder <> '65-' and kanda > 0 and antal > 0
