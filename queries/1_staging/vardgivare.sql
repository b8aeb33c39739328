-- One row per vårdgivare: the profile's, and those in the extracts it does not know, under
-- their own names (the most common spelling).
with namn as (
    select text as namn, rader from raw.ord
    join raw.fil using (fil_nr)
    where kolumn = 'vardgivare' and slag in ('utskrivningar', 'utskrivningsklar', 'vardtillfallen')
),
egna as (
    select slugtext(namn) as kod, arg_max(namn, (rader, namn)) as namn,
    from (select falttext(namn) as namn, sum(rader) as rader from namn group by 1)
    anti join profil_vardgivare_synonym on nyckel = nyckeltext(namn)
    where namn is not null
    group by kod
)
select kod, namn from profil_vardgivare
union all
select kod, namn from egna where kod <> ''
