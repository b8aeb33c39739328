/* ---
id: framforhallning_sent_andrad
titel: Beräknat utskrivningsdatum ändrat i sista stund
kort: Sent ändrade
definition: >-
  Andel av de avslutade fallen med ett beräknat utskrivningsdatum där datumet ändrades
  senare än dagen före utskrivningen.
taljare: avslutade fall där datumet ändrades senare än dagen före utskrivningen
namnare: avslutade fall med ett beräknat utskrivningsdatum
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning, beraknad_utskrivning]
rojande:
  typ: andel
  mangd: fall
  visar: {"ber=ja": namnare, "ber=ja,sent=ja": taljare, "ber=ja,sent=nej": rest}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: sent_andrad
  namnare: beraknad is not null
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612, 2 kap. 4 §
avviker: >-
  En ändring dateras av underrättelsen som gör den, eller av utskrivningsklar där
  underrättelsen inte är daterad. Eget val.
--- */
-- One row per unit and period.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'sent=ja'), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'ber=ja'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('framforhallning_sent_andrad')
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
