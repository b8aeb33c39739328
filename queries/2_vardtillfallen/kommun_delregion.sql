-- One row per kommun and day it belonged to a delregion.
select
    kommun,
    datum,
    min(delregion) as delregion,
from profil_delregion_kommun
join kalender on datum >= coalesce(fran, datum) and datum <= coalesce(till, datum)
group by kommun, datum
