/* ---
id: varaktighet
titel: Väntans längd, andel av fallen
kort: Väntans längd
definition: >-
  Hur avslutade fall fördelas efter antal väntedagar: 0, 1, 2–3, 4–6, 7–13, 14–20 och 21
  eller fler.
taljare: avslutade fall med så många väntedagar
namnare: avslutade fall
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
rojande: {typ: fordelning, mangd: fall, visar: {n: namnare, "vantan={kategori}": taljare}}
fall: {tabell: fall, datum: d1, taljare: vantan_kategori(vantedagar) = cell.kategori, namnare: true}
slutlig: utskrivning
kalla: >-
  Banden är NHS Englands
--- */
-- One row per unit, period, group and band of waiting days.
select
    niva, enhet_id, periodtyp, period, grupp,
    kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('varaktighet')
cross join (select unnest(vantan_band()).kategori as kategori)
left join fall_vantan using (niva, enhet_id, periodtyp, period, grupp, kategori)
group by niva, enhet_id, periodtyp, period, grupp, kategori
