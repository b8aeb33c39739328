-- One row per month of the data and period it belongs to: itself, quarter, half-year, year, and the twelve months
-- that end with a month, where the data spans all of them.
with manad as (
    select
        cast(unnest(generate_series(
            date_trunc('month', forsta_dag),
            date_trunc('month', greatest(sista_dag, sista_datadag)),
            interval 1 month
        )) as date) as manad,
    from dataspann
)
select manad, 'manad' as periodtyp, manad as period, from manad
union all
select manad, 'kvartal', cast(date_trunc('quarter', manad) as date), from manad
union all
select manad, 'halvar', make_date(year(manad), if(month(manad) <= 6, 1, 7), 1), from manad
union all
select manad, 'ar', make_date(year(manad), 1, 1), from manad
union all
select fore.manad, 'rullande12', sista.manad,
from manad as sista
join manad as fore on fore.manad between sista.manad - interval 11 month and sista.manad
qualify count(*) over (partition by sista.manad) = 12
