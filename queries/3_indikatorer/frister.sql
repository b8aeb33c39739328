/* ---
id: frister
titel: Lagens frister för inskrivningsmeddelande och kallelse till SIP
kort: Frister
definition: >-
  Andel avslutade fall där fristen hölls. Inskrivningsmeddelande: inom 24 timmar från
  inskrivningen, eller senast dagen efter där klockslag saknas. Kallelse till SIP:
  inom tre dagar från underrättelsen, eller från utskrivningsklar där underrättelsen
  inte är daterad. Bara fall där båda tidpunkterna är kända räknas.
taljare: avslutade fall där fristen hölls
namnare: avslutade fall där båda tidpunkterna är kända
enhet: procent
decimaler: 1
riktning: hogre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: frist
kraver: [utskrivningsklar, utskrivning, inskrivningsmeddelande|sip_kallelse]
rojande:
  typ: andel
  mangd: fall
  visar: {"frist_{kategori}=ja": taljare, "frist_{kategori}=nej": rest}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "if(cell.kategori = 'sip_kallelse', sip_kallelse_sent, inskrivningsmeddelande_sent) = 0"
  namnare: "if(cell.kategori = 'sip_kallelse', sip_kallelse_sent, inskrivningsmeddelande_sent) is not null"
slutlig: utskrivning
kalla: >-
  LUS 2017:612, 2 kap. 3 § och 4 kap. 3 §
avviker: >-
  Bedömningen kan göras senare än inskrivningen (2 kap. 3 §), men tidpunkten finns
  inte i utdragen; fristen räknas från inskrivningen. Att kallelse krävs framgår inte
  heller: bara fall med en kallelse bedöms. Timmarna räknas efter klockan: de dygn då den
  ställs om är gränsen en timme fel.
--- */
-- One row per unit, period and deadline.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(
        coalesce(sum(tal) filter (where nyckel = 'frist_' || kategori || '=ja'), 0) as double
    ) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'frist_' || kategori), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('frister')
cross join (values ('inskrivningsmeddelande'), ('sip_kallelse')) as k (kategori)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
