-- One row per finest cell and cause of ended cases; a case counts once for each of its causes.
select
    cast(date_trunc('month', d1) as date) as manad,
    kommun, delregion, vardgivare,
    -- Counted for everyone only.
    'okand'::vardform_grupp as vardform,
    'okand'::aldersband as aldersband,
    slug as orsak,
    raknat(vikt(stay)) as antal_fall,
    sum(vantedagar) as summa_vantedagar,
    sum(vantedagar * vantedagar) as summa_kvadrat,
from fall_kedja
join orsak_slug using (orsak)
group by all
