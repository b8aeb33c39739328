/* ---
id: behov
titel: Behov efter utskrivningen
kort: Behov
definition: >-
  Hur de avslutade fallen fördelas över behoven efter utskrivningen: oförändrade,
  nytillkomna från socialtjänsten, nytillkomna av hälso- och sjukvård eller
  avancerade. Fall utan uppgift räknas till annat.
taljare: avslutade fall med behovet
namnare: avslutade fall
enhet: procent
decimaler: 1
riktning: ingen
nivaer: [kommun, delregion, region, vardgivare]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
undantag:
  kommun: {perioder: [halvar, ar], grupper: [alla]}
kategorier: behov
kraver: [utskrivningsklar, utskrivning, behov]
rojande:
  typ: fordelning
  mangd: fall
  visar: {n: namnare, "behov={kategori}": taljare}
fall:
  tabell: fall_kedja
  datum: d1
  taljare: "coalesce(behov, 'annat') = cell.kategori"
  namnare: true
slutlig: utskrivning
kalla: >-
  Region Halland, bilder 2023-05-24
--- */
-- One row per unit, period and need; namnare counts the whole unit and period.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    cast(coalesce(sum(tal) filter (where nyckel = 'behov=' || kategori), 0) as double) as taljare,
    cast(coalesce(sum(tal) filter (where nyckel = 'n'), 0) as double) as namnare,
    cast(namnare as bigint) as antal,
from rutnat('behov')
cross join (select kategori from kategori where slag = 'behov')
left join kedja_per_enhet using (niva, enhet_id, periodtyp, period, grupp)
group by all
