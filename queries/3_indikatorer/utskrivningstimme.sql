/* ---
id: utskrivningstimme
titel: Timme för utskrivning
kort: Timme för utskrivning
definition: >-
  Hur avslutade fall fördelas över den timme då patienten lämnade sjukhuset. Där bara
  datum finns är timmen okänd.
taljare: avslutade fall som skrevs ut under timmen
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [delregion, region, vardgivare]
perioder: [ar]
grupper: [alla]
kategorier: timme
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: fordelning, mangd: fall, visar: {n: namnare, "timme={kategori}": taljare}}
fall:
  tabell: fall
  datum: d1
  taljare: "coalesce(ut_timme::varchar, 'okand') = cell.kategori"
  namnare: true
slutlig: utskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, year and hour of the day.
select
    niva, enhet_id, periodtyp, period, grupp,
    timme as kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('utskrivningstimme')
cross join timme
left join timme_per_enhet using (niva, enhet_id, periodtyp, period, grupp, timme)
group by niva, enhet_id, periodtyp, period, grupp, timme
