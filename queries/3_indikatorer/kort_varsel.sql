/* ---
id: kort_varsel
titel: Tid från underrättelse till utskrivning
kort: Varsel
definition: >-
  Hur de avslutade fallen fördelas över antalet dagar från underrättelsen om
  utskrivningsklar till utskrivningen: samma dag, dagen efter, två dagar eller mer.
  Fall utan daterad underrättelse räknas till annat.
taljare: avslutade fall med så många dagar från underrättelse till utskrivning
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: varsel
kraver: [utskrivningsklar, utskrivning, underrattelse]
rojande:
  typ: fordelning
  mangd: fall
  visar: {n: namnare, "varsel={kategori}": taljare}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "coalesce(if(varsel >= 2, '2-', varsel::varchar), 'annat') = cell.kategori"
  namnare: true
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612
avviker: >-
  Dagarna är kalenderdagar, inte timmar. En underrättelse som är daterad efter
  utskrivningen räknas som okänd. Båda är egna val.
--- */
-- One row per unit, period and days from notice to discharge; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'varsel=' || kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'n'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('kort_varsel')
cross join (values ('0'), ('1'), ('2-'), ('annat')) as k (kategori)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
