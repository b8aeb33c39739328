/* ---
id: aterinskrivning_veckodag
titel: Återinskrivning efter veckodag för utskrivning
kort: Återinskrivning, veckodag
definition: >-
  Andel avslutade vårdepisoder där patienten skrevs in oplanerat på nytt 1–30 dagar
  efter utskrivningen, efter den veckodag då patienten lämnade sjukhuset.
taljare: vårdepisoder som slutade på veckodagen och följdes av en oplanerad episod inom 1–30 dagar
namnare: avslutade vårdepisoder som slutade på veckodagen
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: veckodag
kraver: [patient_id, inskrivning, utskrivning, oplanerad|planerad]
parametrar: [aterinskrivning.dagar, aterinskrivning.okand_planering]
rojande:
  typ: andel
  mangd: episod
  visar: {"utdag={kategori}": namnare, "utdag={kategori},ater=1": taljare, "utdag={kategori},ater=0": rest}
fall:
  tabell: index_episod
  vistelse: sista_stay
  datum: slut_datum
  taljare: "aterinskriven and isodow(slut_datum) = cell.kategori::integer"
  namnare: "isodow(slut_datum) = cell.kategori::integer"
slutlig: aterinskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period, group and weekday of discharge.
select
    niva, enhet_id, periodtyp, period, grupp,
    cast(ut_veckodag as varchar) as kategori,
    cast(coalesce(sum(aterinskrivna), 0) as double) as taljare,
    cast(coalesce(sum(episoder), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_veckodag')
cross join (select veckodag as ut_veckodag from veckodag)
left join index_veckodag using (niva, enhet_id, periodtyp, period, grupp, ut_veckodag)
group by all
