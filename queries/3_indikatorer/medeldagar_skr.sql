/* ---
id: medeldagar_skr
titel: Medeldagar enligt SKR
kort: Medeldagar, SKR
definition: >-
  Genomsnittligt antal väntedagar för avslutade fall där patienten väntade minst en dag
  efter utskrivningsklar. Fall utan väntan räknas inte med.
taljare: väntedagar
namnare: avslutade fall med minst 1 väntedag
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare, kommun_vardgivare]
perioder: [manad, kvartal, halvar, ar, rullande12]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun_vardgivare: {perioder: [ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning]
rojande:
  typ: medel
  mangd: fall
  visar: {n: delar, n0: delar, n1: namnare, "n|summa": taljare}
fall: {tabell: fall, datum: d1, taljare: vantedagar, namnare: "vantedagar >= 1"}
slutlig: utskrivning
kalla: >-
  SKR, Väntetider i vården: dagar i snitt; LUS 2017:612
avviker: >-
  SKR räknade bara 65 år och äldre 2014–2016 och visar psykiatrin för sig; här är alla
  åldrar och vårdformer med i gruppen alla.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(vantedagar * fall), 0) as double) as taljare,
    cast(coalesce(sum(fall) filter (where vantedagar >= 1), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('medeldagar_skr')
left join fall_vantedagar using (niva, enhet_id, periodtyp, period, grupp)
group by all
