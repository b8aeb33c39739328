/* ---
id: aterinskrivning_dagar
titel: Dagar till oplanerad återinskrivning
kort: Dagar till återinskrivning
definition: >-
  Hur återinskrivningarna fördelas över antalet dagar mellan utskrivningen och den
  första oplanerade inskrivningen: 1–7, 8–14 och 15–30. Räknas återinskrivning inom
  färre eller fler dagar följer banden med.
taljare: vårdepisoder vars första oplanerade återinskrivning kom inom dagarna
namnare: vårdepisoder följda av en oplanerad episod som börjar 1–30 dagar efter utskrivningen
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: retur
kraver: [patient_id, inskrivning, utskrivning, oplanerad|planerad]
parametrar: [aterinskrivning.dagar, aterinskrivning.okand_planering]
rojande: {typ: fordelning, mangd: episod, visar: {"ater=1": namnare, "retur={kategori}": taljare}}
fall:
  tabell: index_episod left join retur on dagar_till_oplanerad between forsta and sista
  vistelse: sista_stay
  datum: slut_datum
  taljare: aterinskriven and retur = cell.kategori
  namnare: aterinskriven
slutlig: aterinskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period, group and band of days; namnare counts all that came back.
select
    niva, enhet_id, periodtyp, period, grupp,
    retur as kategori,
    cast(coalesce(sum(aterinskrivna), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(aterinskrivna), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('aterinskrivning_dagar')
cross join (select retur from retur)
left join index_retur using (niva, enhet_id, periodtyp, period, grupp, retur)
group by niva, enhet_id, periodtyp, period, grupp, retur
