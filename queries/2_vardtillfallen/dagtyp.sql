-- One row per calendar day, from the year before the first date to the year after the last.
with namngiven as (
    select
        datum,
        -- The 13 red days of lag 1989:253 that can fall on another day than Sunday, and
        -- påskdagen and pingstdagen.
        bool_or(namn in (
            'Nyårsdagen', 'Trettondedag jul', 'Långfredagen', 'Påskdagen', 'Annandag påsk',
            'Första maj', 'Kristi himmelsfärdsdag', 'Pingstdagen', 'Sveriges nationaldag',
            'Midsommardagen', 'Alla helgons dag', 'Juldagen', 'Annandag jul'
        )) as rod,
        -- Equal to Sundays in semesterlagen 3 a §.
        bool_or(namn in ('Midsommarafton', 'Julafton', 'Nyårsafton')) as sondagsafton,
        bool_or(namn in (
            'Trettondagsafton', 'Skärtorsdagen', 'Valborgsmässoafton', 'Allhelgonaafton'
        )) as afton,
        bool_or(namn in ('Kristi himmelsfärdsdag', 'Sveriges nationaldag')) as har_fordag,
    from helgdag
    group by datum
),
dag as (
    select
        cast(unnest(generate_series(
            date_trunc('year', aldsta_dag) - interval 1 year,
            date_trunc('year', greatest(sista_dag, sista_datadag)) + interval 2 year
                - interval 1 day,
            interval 1 day
        )) as date) as datum,
    from dataspann
)
select
    datum,
    cast(isodow(datum) as tinyint) as veckodag,
    coalesce(rod, false) as rod,
    coalesce(sondagsafton, false) as sondagsafton,
    coalesce(afton, false) or coalesce(lead(har_fordag) over (order by datum), false)
        as afton,
    isodow(datum) >= 6 or coalesce(rod or sondagsafton, false) as ledig,
from dag
left join namngiven using (datum)
