/* ---
id: orsak_dagar
titel: Väntedagar per orsak
kort: Dagar per orsak
definition: >-
  Genomsnittligt antal väntedagar för de avslutade fall där orsaken finns bland dem
  som underrättelserna anger. Har ett fall flera orsaker räknas dess dagar till var
  och en.
taljare: väntedagar
namnare: avslutade fall med orsaken
enhet: dagar
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: orsak
kraver: [utskrivningsklar, utskrivning, orsak]
rojande:
  typ: medel
  mangd: fall
  visar: {"orsak={kategori}": antal, "orsak={kategori}|summa": taljare}
fall:
  tabell: fall_kedja left join (select orsak, list(slug) as orsaker from orsak_slug group by orsak) using (orsak)
  datum: d1
  taljare: if(list_contains(orsaker, cell.kategori), vantedagar, 0)
  namnare: list_contains(orsaker, cell.kategori)
slutlig: utskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period and cause.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(any_value(vantedagar), 0) as double) as taljare,
    cast(coalesce(any_value(fall), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('orsak_dagar')
cross join (select kategori, kategori as orsak from kategori where slag = 'orsak')
left join orsak_per_enhet using (niva, enhet_id, periodtyp, period, grupp, orsak)
group by all
