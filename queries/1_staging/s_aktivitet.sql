-- One row per used row of aktiviteter*: a local improvement activity.
select fil, rad, kommun, start, slut, rubrik, status, framgangsfaktor
from aktivitet_tolkad
where fel_kod is null
