-- One row per finality rule and period: is the period final?
with sista_behovda as (
    -- The last day whose events the figure needs.
    select 'utskrivning' as regel, periodtyp, period, start, slut as dag,
    from period where periodtyp <> 'helg'
    union all
    select 'aterinskrivning', periodtyp, period, start,
        slut + cast(getvariable('aterinskrivning_dagar') as integer),
    from period where periodtyp <> 'helg'
    union all
    select 'helg', periodtyp, period, start, forsta_vardag,
    from period join storhelg on period = storhelg_id
    where periodtyp = 'helg'
)
select
    regel,
    periodtyp,
    period,
    cast(coalesce(
        start >= coalesce(forsta_inskrivning, forsta_klar) and dag <= sista_datadag,
        false
    ) as utinyint) as slutlig,
from sista_behovda
cross join dataspann
