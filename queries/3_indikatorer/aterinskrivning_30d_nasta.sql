/* ---
id: aterinskrivning_30d_nasta
titel: Oplanerad återinskrivning inom 30 dagar, bara nästa episod
kort: Återinskrivning, nästa episod
definition: >-
  Andel avslutade vårdepisoder där patientens nästa vårdepisod var oplanerad och
  började 1–30 dagar efter utskrivningen. Är nästa episod planerad räknas ingen
  återinskrivning, också om en oplanerad följer inom tiden.
taljare: vårdepisoder där nästa episod är oplanerad och börjar 1–30 dagar efter utskrivningen
namnare: avslutade vårdepisoder utan dödsfall som följts upp i minst 30 dagar
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [ar]
grupper: [alla]
undantag:
  region: {perioder: [ar], grupper: [alla, 65plus, 80plus]}
kraver: [patient_id, inskrivning, utskrivning, oplanerad|planerad]
parametrar: [aterinskrivning.dagar, aterinskrivning.okand_planering]
rojande: {typ: andel, mangd: episod, visar: {n: namnare, "nasta=1": taljare, "nasta=0": rest}}
fall:
  tabell: index_episod
  vistelse: sista_stay
  datum: slut_datum
  taljare: aterinskriven_nasta
  namnare: true
slutlig: aterinskrivning
kalla: >-
  Egen definition; en av de namngivna varianterna av återinskrivning
avviker: >-
  Skiljer sig från aterinskrivning_30d i att bara nästa episod räknas.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(aterinskrivna_nasta), 0) as double) as taljare,
    cast(coalesce(sum(episoder), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_30d_nasta')
left join index_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
