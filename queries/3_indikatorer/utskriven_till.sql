/* ---
id: utskriven_till
titel: Vart patienterna skrevs ut
kort: Utskriven till
definition: >-
  Hur de avslutade fallen fördelas över vart patienten skrevs ut. Avlidna och
  överflyttade räknas med. Fall utan uppgift räknas till annat.
taljare: avslutade fall som skrevs ut dit
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: destination
kraver: [utskrivningsklar, utskrivning, utskriven_till]
rojande: {typ: fordelning, mangd: fall, visar: {n: namnare, "till={kategori}": taljare}}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "coalesce(utskriven_till, 'annat') = cell.kategori"
  namnare: true
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612
avviker: >-
  Den som flyttas till ett mobilt sjukhusteam räknas som utskriven dit. Eget val.
--- */
-- One row per unit, period and destination; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'till=' || kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'n'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('utskriven_till')
cross join (select destination as kategori from destination)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
