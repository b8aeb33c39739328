/* ---
id: veckodag_utskrivning
titel: Veckodag för utskrivning
kort: Utskriven, veckodag
definition: >-
  Hur de avslutade fallen fördelas över veckodagen då patienten lämnade sjukhuset.
taljare: avslutade fall som skrevs ut på veckodagen
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
rojande: {typ: fordelning, mangd: fall, visar: {n: namnare, "ut={kategori}": taljare}}
fall: {tabell: fall, datum: d1, taljare: "isodow(d1) = cell.kategori::integer", namnare: true}
slutlig: utskrivning
kalla: >-
  Egen definition; svarar på frågan om utskrivningar på fredagar och före helg
avviker: >-
  EY:s granskning visade veckodag för utskrivningsklar, inte för utskrivning; se
  veckodag_utskrivningsklar.
--- */
-- One row per unit, period, group and ut_veckodag; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp,
    cast(ut_veckodag as varchar) as kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('veckodag_utskrivning')
cross join (select veckodag as ut_veckodag from veckodag)
left join fall_veckodag using (niva, enhet_id, periodtyp, period, grupp, ut_veckodag)
group by niva, enhet_id, periodtyp, period, grupp, ut_veckodag
