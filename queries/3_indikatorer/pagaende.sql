/* ---
id: pagaende
titel: Utskrivningsklara som är kvar på sjukhus
kort: Kvar på sjukhus
definition: >-
  De fall som var utskrivningsklara men inte utskrivna på månadens sista dag, eller på
  den sista datadagen, efter hur många dagar de hittills hade väntat.
taljare: fall som hade väntat så många dagar
namnare: fall som väntade på månadens sista dag
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [delregion, region, vardgivare]
perioder: [manad]
grupper: [alla]
kategorier: vantan
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: fordelning, mangd: pagaende, visar: {n: namnare, "vantan={kategori}": taljare}}
fall:
  tabell: vantande
  taljare: rad.manad = cell.start and vantan_kategori(dagar) = cell.kategori
  namnare: rad.manad = cell.start
slutlig: utskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, month and band of days waited so far.
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
from rutnat('pagaende')
cross join (select unnest(vantan_band()).kategori as kategori)
left join vantande_per_enhet using (niva, enhet_id, periodtyp, period, grupp, kategori)
group by niva, enhet_id, periodtyp, period, grupp, kategori
