/* ---
id: ledtider_sol_hsl
titel: Dagar till kommunklar för SoL och HSL
kort: SoL och HSL
definition: >-
  Genomsnittligt antal dagar från utskrivningsklar tills kommunens insatser kan ta
  vid, för socialtjänst (SoL) och för hälso- och sjukvård (HSL) var för sig. Minst 0
  och högst alla väntedagar. Bara fall där tidpunkten anges för sig räknas.
taljare: dagar från utskrivningsklar till kommunklar för insatsen
namnare: avslutade fall där tidpunkten för insatsen är känd
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [ar], grupper: [alla]}
kategorier: sol_hsl
kraver: [utskrivningsklar, utskrivning, kommunklar_sol|kommunklar_hsl]
rojande: {typ: medel, mangd: fall, visar: {"{kategori}=ja": antal}}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "if(cell.kategori = 'sol', sol, hsl)"
  namnare: "if(cell.kategori = 'sol', sol, hsl) is not null"
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612
--- */
-- One row per unit, period and part of the kommun.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = kategori || '=ja'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('ledtider_sol_hsl')
cross join (values ('sol'), ('hsl')) as k (kategori)
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
