/* ---
id: vantedygn
titel: Vårdplatser som används för väntan
kort: Vårdplatser för väntan
definition: >-
  Hur många vårdplatser som i genomsnitt per dag användes av patienter som var
  utskrivningsklara. Varje väntedygn räknas den dag det inföll, också för dem som är
  kvar och för besked som senare återtogs (till dess de återtogs). Antal är
  vårdtillfällen med minst ett väntedygn i perioden.
taljare: väntedygn som inföll i perioden
namnare: kalenderdagar i perioden
enhet: vårdplatser
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare, kommun_vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun_vardgivare: {perioder: [ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: antal, mangd: dygn, visar: {n: antal, "n|summa": taljare}}
fall:
  tabell: vanteperiod
  taljare: "greatest(0, least(till, cell.slut + 1) - greatest(fran, cell.start))"
slutlig: utskrivning
kalla: >-
  Egen definition; lag 2017:612
avviker: >-
  Medeldagarna räknar avslutade fall i den månad de slutade. Här räknas dygnen i den
  månad de inföll.
--- */
-- One row per unit, period and group; antal counts stays, each once in a period of whatever length.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(dygn, 0) as double) as taljare,
    cast(slut - start + 1 as double) as namnare,
    cast(coalesce(fall, 0) as bigint) as antal,
from rutnat('vantedygn')
join period using (periodtyp, period)
left join vantedygn_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
