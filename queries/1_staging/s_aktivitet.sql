-- One row per local improvement activity: used rows of aktiviteter*, and the profile's own.
select fil, rad, kommun, start, slut, rubrik, status, framgangsfaktor
from aktivitet_tolkad
where fel is null
union all
select null, null, kommun, start, slut, rubrik, status, framgangsfaktor from profil_aktivitet
