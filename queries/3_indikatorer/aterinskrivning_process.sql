/* ---
id: aterinskrivning_process
titel: Återinskrivning efter process
kort: Återinskrivning, process
definition: >-
  Andel avslutade vårdepisoder där patienten skrevs in oplanerat på nytt 1–30 dagar
  efter utskrivningen, efter processens färg: grön, gul eller röd. Annat är en annan
  färg eller ingen uppgift.
taljare: vårdepisoder med processen som följdes av en oplanerad episod inom 1–30 dagar
namnare: avslutade vårdepisoder vars sista vårdtillfälle var utskrivningsklart och hade processen
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: process
kraver: [patient_id, inskrivning, utskrivning, utskrivningsklar, oplanerad|planerad, process]
parametrar: [aterinskrivning.dagar, aterinskrivning.okand_planering]
rojande:
  typ: andel
  mangd: episod_klar
  visar: {"process={kategori}": namnare, "process={kategori},ater=1": taljare, "process={kategori},ater=0": rest}
fall:
  tabell: index_episod join fall_notis on stay = sista_stay
  vistelse: sista_stay
  datum: slut_datum
  taljare: "aterinskriven and coalesce(process, 'annat') = cell.kategori"
  namnare: "coalesce(process, 'annat') = cell.kategori"
slutlig: aterinskrivning
kalla: >-
  Egen definition; EY, granskning i Sörmland 2022-12-14 (processer)
--- */
-- One row per unit, period, group and process colour.
select
    niva, enhet_id, periodtyp, period, grupp,
    process as kategori,
    cast(coalesce(sum(aterinskrivna), 0) as double) as taljare,
    cast(coalesce(sum(episoder), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_process')
cross join processfarg
left join index_klar using (niva, enhet_id, periodtyp, period, grupp, process)
group by all
