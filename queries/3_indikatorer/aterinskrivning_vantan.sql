/* ---
id: aterinskrivning_vantan
titel: Återinskrivning efter väntan
kort: Återinskrivning, väntan
definition: >-
  Andel avslutade vårdepisoder där patienten skrevs in oplanerat på nytt 1–30 dagar
  efter utskrivningen, efter hur många dagar patienten väntade som utskrivningsklar:
  0, 1–2 eller minst 3. Kommer en snabb utskrivning tillbaka?
taljare: vårdepisoder med så lång väntan som följdes av en oplanerad episod inom 1–30 dagar
namnare: avslutade vårdepisoder vars sista vårdtillfälle var utskrivningsklart och väntade så länge
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: vantan_kort
kraver: [patient_id, inskrivning, utskrivning, utskrivningsklar, oplanerad|planerad]
parametrar: [aterinskrivning.dagar, aterinskrivning.okand_planering]
rojande:
  typ: andel
  mangd: episod_klar
  visar: {"vantat3={kategori}": namnare, "vantat3={kategori},ater=1": taljare, "vantat3={kategori},ater=0": rest}
fall:
  tabell: >-
    (select index_episod.*, vantat3 from index_episod join fall on stay = sista_stay
    join vantan_kort on vantedagar between minst and hogst)
  vistelse: sista_stay
  datum: slut_datum
  taljare: aterinskriven and vantat3 = cell.kategori
  namnare: vantat3 = cell.kategori
slutlig: aterinskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period, group and band of waiting days.
select
    niva, enhet_id, periodtyp, period, grupp,
    vantat3 as kategori,
    cast(coalesce(sum(aterinskrivna), 0) as double) as taljare,
    cast(coalesce(sum(episoder), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_vantan')
cross join (select vantat3 from vantan_kort)
left join index_klar using (niva, enhet_id, periodtyp, period, grupp, vantat3)
group by all
