-- One row per kommun whose inhabitants 65 and over are known: the number that the latest year of the data is counted with,
-- the year it is of, and the kommuner nearest in size. All public.
with liknande as (
    select kommun, list(cast(liknande as varchar) order by plats) as liknande
    from liknande_kommun
    group by kommun
)
select
    cast(b.kommun as varchar) as kommun,
    cast(befolkningsar as integer) as ar,
    cast(antal as integer) as antal,
    coalesce(liknande, []) as liknande,
from befolkning_ar as b
left join liknande using (kommun)
where alder = '65-'
qualify b.ar = max(b.ar) over ()
order by kommun
