/* ---
id: helgtabell_destination
titel: Utskrivna kring storhelg, efter destination
kort: Storhelg, destination
definition: >-
  Samma fall som i helgtabell, efter både utskrivningsdag och vart patienten skrevs ut.
  Fall utan uppgift om destination, också de som är kvar, räknas till annat.
taljare: fall som lämnade sjukhuset den dagen till destinationen
namnare: fall som blev utskrivningsklara dagen före helgen eller under den
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [helg]
grupper: [alla]
kategorier: utskrivningsdag_destination
kraver: [utskrivningsklar, utskrivning, utskriven_till]
parametrar: [samverkansdagar]
rojande:
  typ: fordelning
  mangd: helgfall
  visar: {n: namnare, "ut={k1},till={k2}": taljare}
fall:
  tabell: helgfall
  datum: storhelg_id
  taljare: "rad.kategori || '+' || destination = cell.kategori"
  namnare: true
slutlig: helg
kalla: >-
  Delregional uppföljning i Mellersta Skåne, midsommar 2023; lag 1989:253
--- */
-- One row per unit, storhelg, day of discharge and destination.
select
    niva, enhet_id, periodtyp, period, grupp,
    helgkategori.kategori || '+' || destination as kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (partition by niva, enhet_id, period) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('helgtabell_destination')
join helgkategori using (period)
cross join destination
left join helgfall_per_enhet using (niva, enhet_id, period, kategori, destination)
group by niva, enhet_id, periodtyp, period, grupp, helgkategori.kategori, destination
