/* ---
id: medeldagar_veckodag
titel: Medeldagar efter veckodag för utskrivningsklar
kort: Medeldagar, veckodag
definition: >-
  Genomsnittligt antal väntedagar för de avslutade fall som blev utskrivningsklara på
  veckodagen. Fall utan väntan räknas in.
taljare: väntedagar
namnare: avslutade fall som blev utskrivningsklara på veckodagen
enhet: dagar
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: veckodag
kraver: [utskrivningsklar, utskrivning]
rojande:
  typ: medel
  mangd: fall
  visar: {"klar={kategori}": antal, "klar={kategori}|summa": taljare}
fall:
  tabell: fall
  datum: d1
  taljare: "if(isodow(d0) = cell.kategori::integer, vantedagar, 0)"
  namnare: "isodow(d0) = cell.kategori::integer"
slutlig: utskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period, group and weekday of readiness.
select
    niva, enhet_id, periodtyp, period, grupp,
    cast(klar_veckodag as varchar) as kategori,
    cast(coalesce(sum(vantedagar), 0) as double) as taljare,
    cast(coalesce(sum(fall), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('medeldagar_veckodag')
cross join (select veckodag as klar_veckodag from veckodag)
left join fall_veckodag using (niva, enhet_id, periodtyp, period, grupp, klar_veckodag)
group by all
