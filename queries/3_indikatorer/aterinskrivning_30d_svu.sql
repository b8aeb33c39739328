/* ---
id: aterinskrivning_30d_svu
titel: Oplanerad återinskrivning inom 30 dagar, bara utskrivningsklara
kort: Återinskrivning, utskrivningsklara
definition: >-
  Andel avslutade vårdepisoder där patienten skrevs in oplanerat på nytt 1–30 dagar
  efter utskrivningen, bland dem vars sista vårdtillfälle hade ett besked om
  utskrivningsklar som gäller.
taljare: vårdepisoder följda av en oplanerad episod som börjar 1–30 dagar efter utskrivningen
namnare: avslutade vårdepisoder utan dödsfall vars sista vårdtillfälle var utskrivningsklart och som följts upp i minst 30 dagar
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
  region: {perioder: [halvar, ar], grupper: [alla, 65plus, 80plus]}
kraver: [patient_id, inskrivning, utskrivning, utskrivningsklar, oplanerad|planerad]
parametrar: [aterinskrivning.dagar, aterinskrivning.okand_planering]
rojande: {typ: andel, mangd: episod_klar, visar: {n: namnare, "ater=1": taljare, "ater=0": rest}}
fall:
  tabell: index_episod semi join fall on stay = sista_stay
  vistelse: sista_stay
  datum: slut_datum
  taljare: aterinskriven
  namnare: true
slutlig: aterinskrivning
kalla: >-
  Egen definition; en av de namngivna varianterna av återinskrivning
avviker: >-
  Samma regel som aterinskrivning_30d, men bara bland de utskrivningsklara.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(aterinskrivna), 0) as double) as taljare,
    cast(coalesce(sum(episoder), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_30d_svu')
left join index_klar using (niva, enhet_id, periodtyp, period, grupp)
group by all
