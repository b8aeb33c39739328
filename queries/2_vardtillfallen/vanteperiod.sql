-- View: one row per unbroken time a stay waited, a day or more: fran is its first waiting day, till the day after its
-- last (ongoing: after sista_datadag), fore the last day the stay waited before. plats_dag is the day that decides its delregion.
select stay, kommun, delregion, vardgivare, vardform, aldersband, plats_dag, fran, till, fore,
from vanteperiod_flera
union all
select
    stay, kommun, delregion, vardgivare, vardform, aldersband, coalesce(d1, sista_datadag), d0,
    coalesce(d1, sista_datadag + 1) as till,
    null,
from fall
anti join vanteperiod_flera using (stay)
cross join dataspann
where coalesce(d1, sista_datadag + 1) > d0
