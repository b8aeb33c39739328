/* ---
id: framforhallning_fel
titel: Hur fel det beräknade utskrivningsdatumet var
kort: Fel i dagar
definition: >-
  Genomsnittligt antal dagar mellan beräknat och verkligt utskrivningsdatum, åt endera
  hållet, för avslutade fall med ett beräknat datum.
taljare: dagar mellan beräknat och verkligt utskrivningsdatum
namnare: avslutade fall med ett beräknat utskrivningsdatum
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: fel
kraver: [utskrivningsklar, utskrivning, beraknad_utskrivning]
rojande: {typ: medel, mangd: fall, visar: {"ber=ja": antal}}
fall: {tabell: fall_kedja, datum: d1, taljare: fel, namnare: beraknad is not null}
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612, 2 kap. 2 och 4 §§
--- */
-- One row per unit and period. The one category keeps its squares apart from those of the waiting.
select
    niva, enhet_id, periodtyp, period, grupp,
    'fel' as kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'fel'), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'ber=ja'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('framforhallning_fel')
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
