/* ---
id: frister_sent
titel: Hur sent när fristen inte hölls
kort: Dagar för sent
definition: >-
  Genomsnittligt antal påbörjade dagar efter fristen för de avslutade fall där fristen
  inte hölls.
taljare: påbörjade dagar efter fristen
namnare: avslutade fall där fristen inte hölls
enhet: dagar
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: frist
kraver: [utskrivningsklar, utskrivning, inskrivningsmeddelande|sip_kallelse]
rojande:
  typ: medel
  mangd: fall
  visar: {"frist_{kategori}=nej": antal, "frist_{kategori}=nej|summa": taljare}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "if(cell.kategori = 'sip_kallelse', sip_kallelse_sent, inskrivningsmeddelande_sent)"
  namnare: "if(cell.kategori = 'sip_kallelse', sip_kallelse_sent, inskrivningsmeddelande_sent) > 0"
slutlig: utskrivning
kalla: >-
  LUS 2017:612, 2 kap. 3 § och 4 kap. 3 §
--- */
-- One row per unit, period and deadline.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'frist_' || kategori || '=nej'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('frister_sent')
cross join (values ('inskrivningsmeddelande'), ('sip_kallelse')) as k (kategori)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
