/* ---
id: medeldagar_alla
titel: Medeldagar, alla fall
kort: Medeldagar, alla
definition: >-
  Genomsnittligt antal väntedagar för alla avslutade fall. De som lämnade sjukhuset
  samma dag som de blev utskrivningsklara räknas in med 0 dagar.
taljare: väntedagar
namnare: avslutade fall
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare, kommun_vardgivare, klinik]
perioder: [manad, kvartal, halvar, ar, rullande12]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun_vardgivare: {perioder: [ar], grupper: [alla]}
  klinik: {perioder: [ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning]
rojande:
  typ: medel
  mangd: fall
  visar: {n: namnare, n0: delar, n1: delar, "n|summa": taljare}
fall: {tabell: fall, datum: d1, taljare: vantedagar, namnare: true}
slutlig: utskrivning
kalla: >-
  Överenskommelser om betalningsansvar som bygger på medelvärde (Sörmland, Stockholm);
  LUS 2017:612
avviker: >-
  SKR:s mått delar bara med fall som väntat minst en dag; se medeldagar_skr. Här räknas
  fall, inte personer.
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(vantedagar * fall), 0) as double) as taljare,
    cast(coalesce(sum(fall), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('medeldagar_alla')
left join fall_vantedagar using (niva, enhet_id, periodtyp, period, grupp)
group by all
