/* ---
id: varaktighet_dagar
titel: Väntans längd, andel av väntedagarna
kort: Väntedagarnas fördelning
definition: >-
  Hur väntedagarna fördelas efter hur länge fallen de hör till väntade: 0, 1, 2–3, 4–6,
  7–13, 14–20 och 21 dagar eller fler. Antal är fallen i bandet.
taljare: väntedagar för fall med så många väntedagar
namnare: väntedagar för alla avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: vantan
kraver: [utskrivningsklar, utskrivning]
rojande:
  typ: dagandel
  mangd: fall
  visar: {"vantan={kategori}": antal, "vantan={kategori}|summa": taljare, "n|summa": namnare}
fall:
  tabell: fall
  datum: d1
  taljare: "if(vantan_kategori(vantedagar) = cell.kategori, vantedagar, 0)"
  namnare: vantedagar
slutlig: utskrivning
kalla: >-
  Banden är NHS Englands
--- */
-- One row per unit, period, group and band of waiting days; antal is the band's own cases.
select
    niva, enhet_id, periodtyp, period, grupp,
    kategori,
    cast(coalesce(sum(dagar), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(dagar), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(coalesce(sum(fall), 0) as bigint) as antal,
from rutnat('varaktighet_dagar')
cross join (select unnest(vantan_band()).kategori as kategori)
left join fall_vantan using (niva, enhet_id, periodtyp, period, grupp, kategori)
group by niva, enhet_id, periodtyp, period, grupp, kategori
