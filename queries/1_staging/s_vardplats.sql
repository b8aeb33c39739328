-- One row per used row of vardplatser*: a vårdgivare's beds in use or ready for use, on average
-- over the days of a month.
select fil, rad, vardgivare, manad, disponibla
from vardplats_tolkad
where fel is null
