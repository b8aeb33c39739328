/* ---
id: aterinskrivning_30d_alla
titel: Återinskrivning inom 30 dagar, oavsett planering
kort: Återinskrivning, planerad eller ej
definition: >-
  Andel avslutade vårdepisoder där patienten skrevs in på nytt, planerat eller
  oplanerat, 1–30 dagar efter utskrivningen.
taljare: vårdepisoder följda av en episod som börjar 1–30 dagar efter utskrivningen
namnare: avslutade vårdepisoder utan dödsfall som följts upp i minst 30 dagar
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [ar]
grupper: [alla]
undantag:
  region: {perioder: [ar], grupper: [alla, 65plus, 80plus]}
i_stallet_for:
  indikator: aterinskrivning_30d
  perioder: [manad, kvartal, halvar, ar]
  grupper: [alla]
kraver: [patient_id, inskrivning, utskrivning]
parametrar: [aterinskrivning.dagar]
rojande: {typ: andel, mangd: episod, visar: {n: namnare, "alla=1": taljare, "alla=0": rest}}
fall:
  tabell: index_episod
  vistelse: sista_stay
  datum: slut_datum
  taljare: aterinskriven_alla
  namnare: true
slutlig: aterinskrivning
kalla: >-
  Egen definition; en av de namngivna varianterna av återinskrivning
avviker: >-
  Räknar också planerade inskrivningar, som aterinskrivning_30d utesluter, och kräver
  därför ingen uppgift om planering. Visas i stället för aterinskrivning_30d där den
  uppgiften saknas.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(aterinskrivna_alla), 0) as double) as taljare,
    cast(coalesce(sum(episoder), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_30d_alla')
left join index_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
