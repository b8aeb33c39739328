-- One row per used row of aterinskrivningar*: who came back, as the source sees it.
select fil, rad, stay, aterinskriven_datum, oplanerad
from aterinskrivning_tolkad
where fel is null
