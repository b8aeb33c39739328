-- One row per kommun and one of the five other kommuner of the region nearest to it in inhabitants 65 and over, as of the
-- latest year of the data; `plats` 1 is the nearest, the smaller code of two alike.
with senaste as (
    select kommun, antal from befolkning_ar where alder = '65-' qualify ar = max(ar) over ()
)
select
    en.kommun,
    annan.kommun as liknande,
    row_number() over (
        partition by en.kommun order by abs(annan.antal - en.antal), annan.kommun
    ) as plats,
from senaste as en
join senaste as annan on annan.kommun <> en.kommun
qualify plats <= 5
