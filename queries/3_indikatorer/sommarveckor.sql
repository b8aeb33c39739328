/* ---
id: sommarveckor
titel: Medeldagar i sommarveckor och övriga året
kort: Medeldagar, sommar
definition: >-
  Genomsnittligt antal väntedagar för avslutade fall som skrevs ut i semesterperiodens
  veckor och under resten av året. Fall utan väntan räknas in.
taljare: väntedagar
namnare: avslutade fall som skrevs ut i den delen av året
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [ar]
grupper: [alla]
kategorier: sommar
kraver: [utskrivningsklar, utskrivning]
parametrar: [semesterperiod.fran_vecka, semesterperiod.till_vecka]
rojande:
  typ: medel
  mangd: fall
  visar: {"semester={kategori}": antal, "semester={kategori}|summa": taljare}
fall:
  tabell: fall join kalender on datum = d1
  datum: d1
  taljare: "if(sommarvecka = (cell.kategori = 'sommar'), vantedagar, 0)"
  namnare: "sommarvecka = (cell.kategori = 'sommar')"
slutlig: utskrivning
kalla: >-
  Egen definition; veckorna är profilens
--- */
-- One row per unit, year and part of the year.
select
    niva, enhet_id, periodtyp, period, grupp,
    kategori,
    cast(coalesce(vantedagar, 0) as double) as taljare,
    cast(coalesce(fall, 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('sommarveckor')
cross join (select unnest(['sommar', 'ovrigt']) as kategori)
left join fall_sommar using (niva, enhet_id, periodtyp, period, grupp, kategori)
