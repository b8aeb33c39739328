-- One row per used row of befolkning*: inhabitants of a kommun at the end of a year, `fran`–`till`
-- years old (`till` null: and older).
select fil, rad, kommun, ar, fran, till, antal
from befolkning_tolkad
where fel is null
