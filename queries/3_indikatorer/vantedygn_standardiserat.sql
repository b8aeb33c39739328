/* ---
id: vantedygn_standardiserat
titel: Väntedygn jämfört med vad åldrarna ger anledning att vänta
kort: Väntedygn, åldersstandardiserat
definition: >-
  Väntedygn i förhållande till de förväntade: så många som det hade blivit om invånarna i
  varje åldersgrupp väntat som regionens. 1 är som regionen, 1,20 är 20 procent fler dygn
  än åldrarna förklarar.
taljare: väntedygn under året
namnare: förväntade väntedygn (regionens dygn per invånare i varje åldersgrupp gånger enhetens invånare)
enhet: kvot
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region]
perioder: [ar]
grupper: [alla]
kraver: [utskrivningsklar, utskrivning, fodelsear, befolkning.antal]
rojande: {typ: kvot, mangd: dygn, visar: {n: antal, "n|summa": taljare}}
fall:
  tabell: vanteperiod
  taljare: "greatest(0, least(till, cell.slut + 1) - greatest(fran, cell.start))"
slutlig: utskrivning
kalla: >-
  Egen definition; indirekt standardisering
avviker: >-
  Åldersgrupperna är 0–64, 65–79 och 80 år och äldre, efter ålder vid utskrivningen, för
  den som är kvar vid sista datadag. Dygn för patienter av okänd ålder fördelas som de
  kända. Regionens dygn omfattar patienter från andra län. Är någon åldersgrupp för liten
  för röjandekontrollen räknas inte året. Allt är egna val.
--- */
-- One row per unit and year of the dense grid; without numbers where nothing is to be expected.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(if(f.dygn is null, null, coalesce(v.dygn, 0)) as double) as taljare,
    round(f.dygn, 1) as namnare,
    cast(if(f.dygn is null, null, coalesce(fall, 0)) as bigint) as antal,
from rutnat('vantedygn_standardiserat')
left join forvantade_dygn as f using (niva, enhet_id, periodtyp, period)
left join vantedygn_per_enhet as v using (niva, enhet_id, periodtyp, period, grupp)
