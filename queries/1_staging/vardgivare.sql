-- One row per vårdgivare: the profile's, and those in the extracts it does not know, under
-- their own names (the most common spelling).
with namn as (
    select falttext(vardgivare) as namn, count(*) as rader from raw.utskrivningar group by 1
    union all
    select falttext(vardgivare), count(*) from raw.utskrivningsklar group by 1
    union all
    select falttext(vardgivare), count(*) from raw.vardtillfallen group by 1
),
egna as (
    select slugtext(namn) as kod, arg_max(namn, (rader, namn)) as namn,
    from (select namn, sum(rader) as rader from namn where namn is not null group by namn)
    anti join profil_vardgivare_synonym on nyckel = nyckeltext(namn)
    group by kod
)
select kod, namn from profil_vardgivare
union all
select kod, namn from egna anti join profil_vardgivare using (kod) where kod <> ''
