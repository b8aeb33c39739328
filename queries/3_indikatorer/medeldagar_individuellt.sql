/* ---
id: medeldagar_individuellt
titel: Medeldagar, korta och långa väntetider var för sig
kort: Medeldagar, korta och långa
definition: >-
  Genomsnittligt antal väntedagar för de avslutade fall som väntade högst så många dagar
  som profilens gräns för individuell debitering, och för dem som väntade längre. Står
  ingen gräns i profilen är den 7 dagar.
taljare: väntedagar
namnare: avslutade fall på samma sida om gränsen
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri]
kategorier: individuell
kraver: [utskrivningsklar, utskrivning]
parametrar: [betalningsmodell.individuell_over_dagar]
rojande:
  typ: medel
  mangd: fall
  visar: {"individuell={kategori}": antal, "individuell={kategori}|summa": taljare}
fall:
  tabell: fall_betalning
  datum: d1
  taljare: "if(individuell = cell.kategori, vantedagar, 0)"
  namnare: individuell = cell.kategori
slutlig: utskrivning
kalla: >-
  Västra Götalands överenskommelse om betalningsansvar: fall över 7 dagar räknas inte i
  medelvärdet utan debiteras för sig
--- */
-- One row per unit, period, group and side of the limit.
select
    niva, enhet_id, periodtyp, period, grupp,
    individuell as kategori,
    cast(coalesce(sum(summa_vantedagar), 0) as double) as taljare,
    cast(coalesce(sum(antal_fall), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('medeldagar_individuellt')
cross join (from (values ('hogst'), ('over')) as sida (individuell))
left join betalning_per_enhet using (niva, enhet_id, periodtyp, period, grupp, individuell)
group by all
