/* ---
id: process_samma_dag
titel: Utskrivna samma dag per process
kort: Samma dag, process
definition: >-
  Andel av de avslutade fallen i varje process där patienten lämnade sjukhuset samma
  dag som hen blev utskrivningsklar.
taljare: avslutade fall i processen med 0 väntedagar
namnare: avslutade fall i processen
enhet: procent
decimaler: 1
riktning: hogre
nivaer: [kommun, delregion, region, vardgivare, klinik]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
  klinik: {perioder: [ar], grupper: [alla]}
kategorier: process
kraver: [utskrivningsklar, utskrivning, process]
rojande:
  typ: andel
  mangd: fall
  visar: {"process={kategori}": namnare, "process={kategori},vantat=0": taljare, "process={kategori},vantat=1": rest}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "coalesce(process, 'annat') = cell.kategori and vantedagar = 0"
  namnare: "coalesce(process, 'annat') = cell.kategori"
slutlig: utskrivning
kalla: >-
  EY, granskning i Sörmland 2022-12-14
--- */
-- One row per unit, period and process colour.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(
        coalesce(sum(tal) filter (where nyckel = 'process=' || kategori || ',vantat=0'), 0)
        as double
    ) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'process=' || kategori), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('process_samma_dag')
cross join (select process as kategori from processfarg)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
