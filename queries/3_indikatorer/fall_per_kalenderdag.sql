/* ---
id: fall_per_kalenderdag
titel: Utskrivna fall per kalenderdag
kort: Fall per dag
definition: >-
  Antal avslutade fall som skrevs ut på dagar av ett visst slag delat med antalet sådana
  kalenderdagar i perioden.
taljare: avslutade fall som skrevs ut på dagar av klassen
namnare: kalenderdagar av klassen i perioden
enhet: fall per dag
decimaler: 2
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: dagklass
kraver: [utskrivningsklar, utskrivning]
rojande: {typ: antal, mangd: fall, visar: {"utklass={kategori}": antal}}
fall: {tabell: fall join kalender on datum = d1, datum: d1, taljare: "dagklass = cell.kategori"}
slutlig: utskrivning
kalla: >-
  Egen definition; lag 1989:253 om allmänna helgdagar
avviker: >-
  Klämdag har ingen laglig definition; pingst räknas inte som storhelg. Båda är egna
  val.
--- */
-- One row per unit, period, group and class of the discharge day.
select
    niva, enhet_id, periodtyp, period, grupp,
    ut_dagklass as kategori,
    cast(coalesce(sum(fall), 0) as double) as taljare,
    cast(coalesce(any_value(dagar), 0) as double) as namnare,
    cast(taljare as bigint) as antal,
from rutnat('fall_per_kalenderdag')
cross join (select dagklass as ut_dagklass from dagklass)
left join fall_dagklass using (niva, enhet_id, periodtyp, period, grupp, ut_dagklass)
left join kalenderdagar using (periodtyp, period, ut_dagklass)
group by all
