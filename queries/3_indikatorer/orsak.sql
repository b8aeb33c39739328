/* ---
id: orsak
titel: Orsaker till väntan
kort: Orsak
definition: >-
  Andel av de avslutade fallen där orsaken finns bland dem som underrättelserna anger.
  Ett fall kan ha flera orsaker och räknas då en gång för var och en: andelarna
  summerar inte till hundra.
taljare: avslutade fall med orsaken
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: orsak
kraver: [utskrivningsklar, utskrivning, orsak]
rojande:
  typ: fordelning
  mangd: fall
  visar: {n: namnare, "orsak={kategori}": taljare}
fall:
  tabell: fall_kedja left join (select orsak, list(slug) as orsaker from orsak_slug group by orsak) using (orsak)
  datum: d1
  taljare: list_contains(orsaker, cell.kategori)
  namnare: true
slutlig: utskrivning
kalla: >-
  Egen definition
--- */
-- One row per unit, period and cause; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(any_value(fall), 0) as double) as taljare,
    cast(coalesce(sum(tal), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('orsak')
cross join (select kategori, kategori as orsak from kategori where slag = 'orsak')
left join orsak_per_enhet using (niva, enhet_id, periodtyp, period, grupp, orsak)
left join (
    from kedja_per_enhet where nyckel = 'n'
) using (niva, enhet_id, periodtyp, period, grupp)
group by all
