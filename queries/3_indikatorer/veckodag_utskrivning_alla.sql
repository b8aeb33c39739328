/* ---
id: veckodag_utskrivning_alla
titel: Veckodag för utskrivning, alla vårdtillfällen
kort: Alla utskrivna, veckodag
definition: >-
  Hur alla avslutade vårdtillfällen fördelas över veckodagen då patienten lämnade
  sjukhuset, också de som aldrig anmäldes som utskrivningsklara.
taljare: avslutade vårdtillfällen som skrevs ut på veckodagen
namnare: avslutade vårdtillfällen
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: veckodag
kraver: [utskrivning]
rojande:
  typ: fordelning
  mangd: vardtillfalle
  visar: {n: namnare, "ut={kategori}": taljare}
fall:
  tabell: vardtillfalle
  datum: ut_datum
  taljare: "isodow(ut_datum) = cell.kategori::integer"
  namnare: true
slutlig: utskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period, group and ut_veckodag; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp,
    cast(ut_veckodag as varchar) as kategori,
    cast(coalesce(sum(vardtillfallen), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(vardtillfallen), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('veckodag_utskrivning_alla')
cross join (select veckodag as ut_veckodag from veckodag)
left join utskrivning_veckodag using (niva, enhet_id, periodtyp, period, grupp, ut_veckodag)
group by niva, enhet_id, periodtyp, period, grupp, ut_veckodag
