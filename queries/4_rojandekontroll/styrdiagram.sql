-- One row per control chart: the verdict on its latest visible final month.
-- battre or samre by the indicator's direction, forandring where it has none; normal without a signal.
with
senaste as (
    select
        *,
        count(*) over (partition by indikator, niva, enhet_id, grupp) as antal_punkter,
    from styrdiagram_manad
    qualify row_number() over (partition by indikator, niva, enhet_id, grupp order by period desc) = 1
)

select
    indikator, niva, enhet_id, grupp, period as senaste_period,
    varde,
    round(medel, 6) as medel,
    round(nedre_grans, 6) as nedre_grans,
    round(ovre_grans, 6) as ovre_grans,
    cast(antal_punkter as integer) as antal_punkter,
    antal_punkter < 12 as preliminar,
    bedomning,
    signal,
    cast(i_rad as integer) as i_rad,
    cast(sida as tinyint) as sida,
from senaste
order by indikator, niva_plats(niva), enhet_id, grupp
