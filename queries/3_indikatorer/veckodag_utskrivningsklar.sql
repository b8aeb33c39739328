/* ---
id: veckodag_utskrivningsklar
titel: Veckodag för utskrivningsklar
kort: Klar, veckodag
definition: >-
  Hur de avslutade fallen fördelas över veckodagen då patienten blev utskrivningsklar.
taljare: avslutade fall som blev utskrivningsklara på veckodagen
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: veckodag
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: fordelning, mangd: fall, visar: {n: namnare, "klar={kategori}": taljare}}
fall: {tabell: fall, datum: d1, taljare: "isodow(d0) = cell.kategori::integer", namnare: true}
slutlig: utskrivning
kalla: >-
  EY, granskning i Sörmland 2022-12-14; LUS 2017:612
--- */
-- One row per unit, period, group and weekday of readiness; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp,
    cast(klar_veckodag as varchar) as kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('veckodag_utskrivningsklar')
cross join (select veckodag as klar_veckodag from veckodag)
left join fall_veckodag using (niva, enhet_id, periodtyp, period, grupp, klar_veckodag)
group by niva, enhet_id, periodtyp, period, grupp, klar_veckodag
