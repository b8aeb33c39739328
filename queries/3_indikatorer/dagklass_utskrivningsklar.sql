/* ---
id: dagklass_utskrivningsklar
titel: Dagklass för utskrivningsklar
kort: Klar, dagklass
definition: >-
  Hur de avslutade fallen fördelas över slaget av dag då patienten blev
  utskrivningsklar: storhelg, röd dag, helgdagsafton, klämdag, lördag, söndag eller
  vardag.
taljare: avslutade fall där dagen då patienten blev utskrivningsklar hör till klassen
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: dagklass
kraver: [utskrivningsklar, utskrivning]
rojande:
  typ: fordelning
  mangd: fall
  visar: {n: namnare, "klarklass={kategori}": taljare}
fall:
  tabell: fall join kalender on datum = d0
  datum: d1
  taljare: "dagklass = cell.kategori"
  namnare: true
slutlig: utskrivning
kalla: >-
  Lag 1989:253 om allmänna helgdagar; semesterlagen 3 a §
avviker: >-
  Klämdag har ingen laglig definition; pingst räknas inte som storhelg. Båda är egna
  val.
--- */
-- One row per unit, period, group and klar_dagklass; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp,
    klar_dagklass as kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(fall), 0)) over (
            partition by niva, enhet_id, periodtyp, period, grupp
        ) as double
    ) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('dagklass_utskrivningsklar')
cross join (select dagklass as klar_dagklass from dagklass)
left join fall_dagklass using (niva, enhet_id, periodtyp, period, grupp, klar_dagklass)
group by niva, enhet_id, periodtyp, period, grupp, klar_dagklass
