/* ---
id: vantedygn_vardplatser
titel: Andel av disponibla vårdplatser som utskrivningsklara upptar
kort: Andel av vårdplatserna
definition: >-
  Väntedygn som inföll i perioden delat med disponibla vårdplatser gånger periodens dagar.
  Ett dygn räknas i den månad det inföll.
taljare: väntedygn i perioden
namnare: disponibla vårdplatser gånger dagar
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [region, vardgivare]
perioder: [manad, ar]
grupper: [alla]
kraver: [utskrivningsklar, utskrivning, vardplatser.disponibla]
rojande: {typ: kvot, mangd: dygn, visar: {n: antal, "n|summa": taljare}}
fall:
  tabell: vanteperiod
  taljare: "greatest(0, least(till, cell.slut + 1) - greatest(fran, cell.start))"
slutlig: utskrivning
kalla: >-
  SKR, Väntetider i vården (andel av disponibla vårdplatser, redovisad för regioner)
avviker: >-
  SKR redovisar bara regioner; här även vårdgivare. Regionens platser är summan av
  vårdgivarnas. Saknas en månad för någon vårdgivare som annars har platser visas inte
  regionens andel. Båda är egna val.
--- */
-- One row per unit and period of the dense grid; without numbers where the beds are not known.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(if(p.dygn is null, null, coalesce(v.dygn, 0)) as double) as taljare,
    cast(p.dygn as double) as namnare,
    cast(if(p.dygn is null, null, coalesce(fall, 0)) as bigint) as antal,
from rutnat('vantedygn_vardplatser')
left join platsdygn as p using (niva, enhet_id, periodtyp, period)
left join vantedygn_per_enhet as v using (niva, enhet_id, periodtyp, period, grupp)
