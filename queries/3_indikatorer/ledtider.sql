/* ---
id: ledtider
titel: Väntedagar före och efter kommunklar
kort: Ledtider
definition: >-
  Väntedagarna delade i två ben, i genomsnitt per avslutat fall där kommunklar är
  känt. Kommunens ben är dagarna från utskrivningsklar till kommunklar, minst 0 och
  högst alla väntedagar. Resten är dagarna därefter, som är delade mellan parterna.
  Benen summerar till fallens väntedagar.
taljare: väntedagar i benet
namnare: avslutade fall där kommunklar är känt
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: ben
kraver: [utskrivningsklar, utskrivning, kommunklar|kommunklar_sol|kommunklar_hsl]
rojande: {typ: medel, mangd: fall, visar: {"kk=ja": antal}}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "if(cell.kategori = 'rest', rest, kommunens_ben)"
  namnare: kommunklar is not null
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612
avviker: >-
  Saknas kommunklar men finns tidpunkter för socialtjänst (SoL) eller hälso- och
  sjukvård (HSL) gäller den senare av dem. Eget val.
--- */
-- One row per unit, period and leg of the waiting.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'kk=ja'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('ledtider')
cross join (values ('kommunens_ben'), ('rest')) as k (kategori)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
