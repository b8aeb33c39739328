-- One row per visible final month of a control chart, as published (styrdiagram_manad says how). `bedomning` is the verdict as
-- it was in that month, no later month known, against the limits of today.
select
    indikator, niva, enhet_id, grupp, period, varde,
    round(medel, 6) as medel,
    round(nedre_grans, 6) as nedre_grans,
    round(ovre_grans, 6) as ovre_grans,
    signal,
    bedomning,
    cast(sida as tinyint) as sida,
    cast(i_rad as integer) as i_rad,
    cast(foljd_langd as integer) as foljd_langd,
from styrdiagram_manad
order by indikator, niva_plats(niva), enhet_id, grupp, period
