/* ---
id: veckodag_matris
titel: Veckodag för utskrivningsklar och utskrivning
kort: Klar och utskriven
definition: >-
  Hur de avslutade fallen fördelas över veckodagen för utskrivningsklar (först) och
  veckodagen för utskrivning (sedan), 7 × 7.
taljare: avslutade fall med de två veckodagarna
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: veckodag_matris
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: fordelning, mangd: fall, visar: {n: namnare, "klar={k1},ut={k2}": taljare}}
fall: {tabell: fall, datum: d1, taljare: "isodow(d0) || '-' || isodow(d1) = cell.kategori", namnare: true}
slutlig: utskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period, group and pair of weekdays, readiness first.
select
    niva, enhet_id, periodtyp, period, grupp,
    klar_veckodag || '-' || ut_veckodag as kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('veckodag_matris')
cross join (select veckodag as klar_veckodag from veckodag)
cross join (select veckodag as ut_veckodag from veckodag)
left join fall_veckodag
    using (niva, enhet_id, periodtyp, period, grupp, klar_veckodag, ut_veckodag)
group by niva, enhet_id, periodtyp, period, grupp, klar_veckodag, ut_veckodag
