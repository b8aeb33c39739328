/* ---
id: vantedygn_per_1000
titel: Väntedygn per 1 000 invånare 65 år och äldre
kort: Väntedygn per 1 000
definition: >-
  Dygn på sjukhus efter utskrivningsklar, för patienter i alla åldrar, delat med antalet
  invånare som är 65 år och äldre. Ett dygn räknas i den månad det inföll. Månader räknas
  inte upp till år.
taljare: väntedygn i perioden, alla åldrar
namnare: invånare 65 år och äldre
enhet: dygn per 1 000 invånare
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region]
perioder: [manad, ar]
grupper: [alla]
kraver: [utskrivningsklar, utskrivning, befolkning.antal]
rojande: {typ: kvot, mangd: dygn, visar: {n: antal, "n|summa": taljare}}
fall:
  tabell: vanteperiod
  taljare: "greatest(0, least(till, cell.slut + 1) - greatest(fran, cell.start))"
slutlig: utskrivning
kalla: >-
  SKR, Väntetider i vården (dygn för alla åldrar per 1 000 invånare 65 år och äldre)
avviker: >-
  Saknas årets befolkning används det närmaste tidigare året. En delregion har invånarna
  i de kommuner som hör dit periodens sista dag. Båda är egna val; hur SKR gör är inte känt.
--- */
-- One row per unit and period of the dense grid; without numbers where the inhabitants are not known.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(if(invanare.antal is null, null, coalesce(dygn, 0)) as double) as taljare,
    cast(invanare.antal as double) as namnare,
    cast(if(invanare.antal is null, null, coalesce(fall, 0)) as bigint) as antal,
from rutnat('vantedygn_per_1000')
left join (from invanare where alder = '65-') as invanare using (niva, enhet_id, periodtyp, period)
left join vantedygn_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
