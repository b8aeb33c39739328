/* ---
id: process
titel: Process (grön, gul, röd)
kort: Process
definition: >-
  Hur de avslutade fallen fördelas över processen i underrättelsen: grön, gul eller
  röd. Fall där underrättelserna inte säger det, eller säger något annat, räknas till
  annat.
taljare: avslutade fall i processen
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare, klinik]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
  klinik: {perioder: [ar], grupper: [alla]}
kategorier: process
kraver: [utskrivningsklar, utskrivning, process]
rojande:
  typ: fordelning
  mangd: fall
  visar: {n: namnare, "process={kategori}": taljare}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "coalesce(process, 'annat') = cell.kategori"
  namnare: true
slutlig: utskrivning
kalla: >-
  EY, granskning i Sörmland 2022-12-14: gul lämnar normalt sjukhuset samma dag, röd
  tidigast dagen efter SIP-mötet
--- */
-- One row per unit, period and process colour; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'process=' || kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'n'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('process')
cross join (select process as kategori from processfarg)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
