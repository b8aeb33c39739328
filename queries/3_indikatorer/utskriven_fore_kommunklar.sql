/* ---
id: utskriven_fore_kommunklar
titel: Utskrivna före kommunklar
kort: Före kommunklar
definition: >-
  Andel av de avslutade fallen med känt kommunklar där patienten lämnade sjukhuset
  före den dag då kommunens åtaganden tidigast kunde börja.
taljare: avslutade fall som skrevs ut före datumet för kommunklar
namnare: avslutade fall där kommunklar är känt
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning, kommunklar|kommunklar_sol|kommunklar_hsl]
rojande:
  typ: andel
  mangd: fall
  visar: {"kk=ja": namnare, "kk=ja,fore=ja": taljare, "kk=ja,fore=nej": rest}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: fore_kommunklar
  namnare: kommunklar is not null
slutlig: utskrivning
kalla: >-
  Egen definition; LUS 2017:612
avviker: >-
  Saknas kommunklar men finns tidpunkter för socialtjänst (SoL) eller hälso- och
  sjukvård (HSL) gäller den senare av dem. Eget val.
--- */
-- One row per unit and period.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'kk=ja,fore=ja'), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'kk=ja'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('utskriven_fore_kommunklar')
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
