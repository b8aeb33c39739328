/* ---
id: aterinskrivning_30d
titel: Oplanerad återinskrivning inom 30 dagar
kort: Återinskrivning 30 dagar
definition: >-
  Andel avslutade vårdepisoder där patienten skrevs in oplanerat på nytt 1–30 dagar
  efter utskrivningen. Alla utskrivningar räknas, inte bara fall med utskrivningsklar.
taljare: vårdepisoder följda av en oplanerad episod som börjar 1–30 dagar efter utskrivningen
namnare: avslutade vårdepisoder utan dödsfall som följts upp i minst 30 dagar
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare, kommun_vardgivare]
perioder: [manad, kvartal, halvar, ar, rullande12]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun_vardgivare: {perioder: [ar], grupper: [alla]}
kraver: [patient_id, inskrivning, utskrivning, oplanerad|planerad]
parametrar: [aterinskrivning.dagar, aterinskrivning.okand_planering]
rojande: {typ: andel, mangd: episod, visar: {n: namnare, "ater=1": taljare, "ater=0": rest}}
fall: {tabell: index_episod, vistelse: sista_stay, datum: slut_datum, taljare: aterinskriven, namnare: true}
slutlig: aterinskrivning
kalla: >-
  Egen definition närmast Socialstyrelsens rubrik oplanerad återinskrivning inom 30
  dagar
avviker: >-
  Socialstyrelsens exakta regel har inte hittats. Överflyttningar och vistelser som
  överlappar eller följer samma dag räknas som en episod; varje senare oplanerad episod
  inom 30 dagar räknas, inte bara nästa.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(aterinskrivna), 0) as double) as taljare,
    cast(coalesce(sum(episoder), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_30d')
left join index_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
