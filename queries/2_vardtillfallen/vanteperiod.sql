-- View: one row per unbroken time a stay waited, a day or more: fran is its first waiting day, till the day after its
-- last (ongoing: after sista_datadag), fore the last day the stay waited before.
select stay, kommun, delregion, vardgivare, vardform, aldersband, fran, till, fore,
from vanteperiod_flera
union all
select
    stay, kommun, delregion, vardgivare, vardform, aldersband, d0,
    coalesce(d1, sista_datadag + 1) as till,
    null,
from fall
anti join vanteperiod_flera using (stay)
cross join dataspann
where coalesce(d1, sista_datadag + 1) > d0
