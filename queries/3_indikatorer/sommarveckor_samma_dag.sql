/* ---
id: sommarveckor_samma_dag
titel: Utskrivna samma dag i sommarveckor och övriga året
kort: Samma dag, sommar
definition: >-
  Andel avslutade fall där patienten lämnade sjukhuset samma dag som hen blev
  utskrivningsklar, för dem som skrevs ut i semesterperiodens veckor och under resten av
  året.
taljare: avslutade fall med 0 väntedagar i den delen av året
namnare: avslutade fall som skrevs ut i den delen av året
enhet: procent
decimaler: 1
riktning: hogre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [ar]
grupper: [alla]
kategorier: sommar
kraver: [utskrivningsklar, utskrivning]
parametrar: [semesterperiod.fran_vecka, semesterperiod.till_vecka]
rojande:
  typ: andel
  mangd: fall
  visar:
    "semester={kategori}": namnare
    "semester={kategori},vantat=0": taljare
    "semester={kategori},vantat=1": rest
fall:
  tabell: fall join kalender on datum = d1
  datum: d1
  taljare: "sommarvecka = (cell.kategori = 'sommar') and vantedagar = 0"
  namnare: "sommarvecka = (cell.kategori = 'sommar')"
slutlig: utskrivning
kalla: >-
  Egen definition; veckorna är profilens
--- */
-- One row per unit, year and part of the year.
select
    niva, enhet_id, periodtyp, period, grupp,
    kategori,
    cast(coalesce(nolldagar, 0) as double) as taljare,
    cast(coalesce(fall, 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('sommarveckor_samma_dag')
cross join (select unnest(['sommar', 'ovrigt']) as kategori)
left join fall_sommar using (niva, enhet_id, periodtyp, period, grupp, kategori)
