/* ---
id: helgtabell
titel: Utskrivna kring storhelg
kort: Storhelg
definition: >-
  Fall som blev utskrivningsklara från dagen före en storhelg till och med dess sista
  dag, efter dagen då patienten lämnade sjukhuset: dagen före, var dag i helgen, första
  vardagen efter, senare eller fortfarande kvar.
taljare: fall som lämnade sjukhuset den dagen
namnare: fall som blev utskrivningsklara dagen före helgen eller under den
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [helg]
grupper: [alla]
kategorier: utskrivningsdag
kraver: [utskrivningsklar, utskrivning]
parametrar: [samverkansdagar]
rojande: {typ: fordelning, mangd: helgfall, visar: {n: namnare, "ut={kategori}": taljare}}
fall: {tabell: helgfall, datum: storhelg_id, taljare: "rad.kategori = cell.kategori", namnare: true}
slutlig: helg
kalla: >-
  Delregional uppföljning i Mellersta Skåne, midsommar 2023; lag 1989:253
--- */
-- One row per unit, storhelg and day of discharge.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (partition by niva, enhet_id, period) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('helgtabell')
join helgkategori using (period)
left join helgfall_per_enhet using (niva, enhet_id, period, kategori)
group by niva, enhet_id, periodtyp, period, grupp, kategori
