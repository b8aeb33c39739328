/* ---
id: andel_utskrivningsklardagen
titel: Andel utskrivna på utskrivningsklardagen
kort: Utskrivna samma dag
definition: >-
  Andel avslutade fall där patienten lämnade sjukhuset samma dag som hen blev
  utskrivningsklar.
taljare: avslutade fall med 0 väntedagar
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: hogre
nivaer: [kommun, delregion, region, vardgivare, kommun_vardgivare, klinik]
perioder: [manad, kvartal, halvar, ar, rullande12]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun_vardgivare: {perioder: [ar], grupper: [alla]}
  klinik: {perioder: [ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: andel, mangd: fall, visar: {n: namnare, n0: taljare, n1: rest}}
fall: {tabell: fall, datum: d1, taljare: vantedagar = 0, namnare: true}
slutlig: utskrivning
kalla: >-
  LUS 2017:612; SKR, Väntetider i vården
avviker: >-
  SKR:s egen formel har inte hittats. EY:s figurtext delar med fall som väntat minst en
  dag; se kvot_utskrivningsklardagen.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(fall) filter (where vantedagar = 0), 0) as double) as taljare,
    cast(coalesce(sum(fall), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('andel_utskrivningsklardagen')
left join fall_vantedagar using (niva, enhet_id, periodtyp, period, grupp)
group by all
