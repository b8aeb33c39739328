-- One row per local activity, numbered as the catalogue lists them.
select
    cast(row_number() over (order by kommun, start, rubrik, slut, status, framgangsfaktor) as integer) as nr,
    kommun, start, slut, rubrik, status, framgangsfaktor,
from s_aktivitet
