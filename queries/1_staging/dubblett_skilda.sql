-- One row per group of rows that contradict each other: the columns in which they differ, parted
-- by commas.
with jamford as (
    select d.grupp, unnest(stay_innehall(s), recursive := true)
    from las_stay('stay_flera') as s
    join stay_dubblett as d using (nr)
    where d.grupp is not null
    union all
    -- The notice on the row of a stay; a row without one differs from one that has it.
    select d.grupp, unnest(besked_innehall(n), recursive := true)
    from stay_dubblett as d
    left join notis_tolkad as n using (nr)
    where d.grupp is not null and d.slag = 'vardtillfallen'
    union all
    select d.grupp, unnest(notis_innehall(n), recursive := true)
    from notis_tolkad as n
    join notis_dubblett as d using (nr)
    where d.grupp is not null
),
skild as (
    select grupp, kolumn
    from jamford
    group by grupp, kolumn
    having min(varde) <> max(varde)
)
select grupp, string_agg(kolumn, ',' order by kolumn) as kolumner
from skild
group by grupp
