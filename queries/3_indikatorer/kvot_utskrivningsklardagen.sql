/* ---
id: kvot_utskrivningsklardagen
titel: Kvot utskrivna på utskrivningsklardagen
kort: Kvot samma dag
definition: >-
  Antal avslutade fall utan väntan delat med antal avslutade fall som väntade minst en
  dag. Kvoten kan bli större än 1 och är ingen andel.
taljare: avslutade fall med 0 väntedagar
namnare: avslutade fall med minst 1 väntedag
enhet: kvot
decimaler: 2
riktning: hogre
nivaer: [kommun, delregion, region, vardgivare, kommun_vardgivare]
perioder: [manad, kvartal, halvar, ar, rullande12]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun_vardgivare: {perioder: [ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: kvot, mangd: fall, visar: {n: summa, n0: taljare, n1: namnare}}
fall: {tabell: fall, datum: d1, taljare: vantedagar = 0, namnare: "vantedagar >= 1"}
slutlig: utskrivning
kalla: >-
  EY, granskning i Sörmland 2022-12-14 (figurtextens ordalydelse)
avviker: >-
  Läser figurtexten ordagrant. Andelen av alla fall finns i andel_utskrivningsklardagen.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(fall) filter (where vantedagar = 0), 0) as double) as taljare,
    cast(coalesce(sum(fall) filter (where vantedagar >= 1), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('kvot_utskrivningsklardagen')
left join fall_vantedagar using (niva, enhet_id, periodtyp, period, grupp)
group by all
