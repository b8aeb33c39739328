/* ---
id: kvar_over_helgen
titel: Andel kvar över helgen
kort: Kvar över helgen
definition: >-
  Andel av de avslutade fall som blev utskrivningsklara på en torsdag eller fredag där
  patienten var kvar på sjukhuset till nästa måndag eller längre.
taljare: sådana fall som skrevs ut tidigast nästa måndag
namnare: avslutade fall som blev utskrivningsklara på en torsdag eller fredag
enhet: procent
decimaler: 1
riktning: lagre
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla, somatik, psykiatri, 65plus, 80plus]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kraver: [utskrivningsklar, utskrivning]
rojande:
  typ: andel
  mangd: fall
  visar: {"helgklar=ja": namnare, "helgklar=ja,kvar=1": taljare, "helgklar=ja,kvar=0": rest}
fall:
  tabell: fall
  datum: d1
  taljare: "isodow(d0) in (4, 5) and vantedagar >= 8 - isodow(d0)"
  namnare: "isodow(d0) in (4, 5)"
slutlig: utskrivning
kalla: >-
  Egen definition; Halland bemannar rehabilitering på helger för dessa fall
--- */
-- One row per unit, period and group of the dense grid.
select
    niva, enhet_id, periodtyp, period, grupp,
    'alla' as kategori,
    cast(coalesce(kvar, 0) as double) as taljare,
    cast(coalesce(klara, 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('kvar_over_helgen')
left join helgkvar_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
