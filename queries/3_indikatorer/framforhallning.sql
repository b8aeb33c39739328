/* ---
id: framforhallning
titel: Beräknat utskrivningsdatum mot verkligt
kort: Framförhållning
definition: >-
  Hur de avslutade fallen med ett beräknat utskrivningsdatum fördelas efter om
  patienten lämnade sjukhuset den dagen, tidigare eller senare. Det som gäller är det
  datum som den sista gällande underrättelsen med ett sådant anger.
taljare: avslutade fall som skrevs ut på, före eller efter det beräknade datumet
namnare: avslutade fall med ett beräknat utskrivningsdatum
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: avvikelse
kraver: [utskrivningsklar, utskrivning, beraknad_utskrivning]
rojande:
  typ: fordelning
  mangd: fall
  visar: {"ber=ja": namnare, "ber=ja,avvikelse={kategori}": taljare}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: avvikelse = cell.kategori
  namnare: beraknad is not null
slutlig: utskrivning
kalla: >-
  LUS 2017:612, 2 kap. 2 och 4 §§
--- */
-- One row per unit, period and side of the estimated day.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'avvikelse=' || kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'ber=ja'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('framforhallning')
cross join (values ('traff'), ('tidigare'), ('senare')) as k (kategori)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
