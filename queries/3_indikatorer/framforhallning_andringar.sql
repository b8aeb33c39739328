/* ---
id: framforhallning_andringar
titel: Ändringar av beräknat utskrivningsdatum
kort: Ändringar
definition: >-
  Hur de avslutade fallen med ett beräknat utskrivningsdatum fördelas efter hur många
  gånger underrättelserna ändrade det: ingen, en, två eller fler. Även återtagna
  underrättelser räknas.
taljare: avslutade fall med så många ändringar
namnare: avslutade fall med ett beräknat utskrivningsdatum
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: andringar
kraver: [utskrivningsklar, utskrivning, beraknad_utskrivning]
rojande:
  typ: fordelning
  mangd: fall
  visar: {"ber=ja": namnare, "ber=ja,andringar={kategori}": taljare}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "if(andringar >= 2, '2-', andringar::varchar) = cell.kategori"
  namnare: beraknad is not null
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612, 2 kap. 4 §
--- */
-- One row per unit, period and number of changes of the estimated day.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'andringar=' || kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'ber=ja'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('framforhallning_andringar')
cross join (values ('0'), ('1'), ('2-')) as k (kategori)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
