-- One row per kommun and unbroken time in a delregion, first and last day.
with dag as (
    select
        kommun,
        datum,
        min(delregion) as delregion,
    from profil_delregion_kommun
    join kalender on datum >= coalesce(fran, datum) and datum <= coalesce(till, datum)
    group by kommun, datum
),
i_foljd as (
    select
        *,
        datum - cast(row_number() over (partition by kommun, delregion order by datum) as integer)
            as foljd,
    from dag
)
select
    kommun,
    cast(delregion as delregion_kod) as delregion,
    min(datum) as fran,
    max(datum) as till,
from i_foljd
group by kommun, delregion, foljd
