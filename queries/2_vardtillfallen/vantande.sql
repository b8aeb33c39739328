-- View: one row per case and month at whose last day (at sista_datadag in the month that is not over) it was waiting, with
-- the days it had waited so far.
with fall_i_manad as (
    -- The months a case touches; an ongoing one touches all to the last.
    select
        stay, kommun, delregion, vardgivare, vardform, aldersband, d0, d1,
        cast(unnest(generate_series(
            date_trunc('month', d0), date_trunc('month', coalesce(d1, sista_datadag)), interval 1 month
        )) as date) as manad,
    from fall
    cross join dataspann
    -- Who came and went between two such days is in none.
    where coalesce(date_trunc('month', d0) < date_trunc('month', d1) or sista_datadag < d1, true)
)
select
    stay, kommun, delregion, vardgivare, vardform, aldersband, manad,
    least(slut, sista_datadag) - d0 as dagar,
from fall_i_manad
join period on periodtyp = 'manad' and period = manad
cross join dataspann
where dagar >= 0 and manad <= sista_datadag and coalesce(least(slut, sista_datadag) < d1, true)
