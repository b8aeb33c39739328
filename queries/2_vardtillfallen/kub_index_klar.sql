-- One row per finest cell of index episodes whose last stay is a case: how long it waited and its
-- process colour.
select
    cast(date_trunc('month', slut_datum) as date) as manad,
    i.kommun, i.delregion, i.vardgivare, i.vardform, i.aldersband,
    vantat3,
    coalesce(process::varchar, 'annat') as process,
    raknat(vikt(sista_stay)) as antal_episoder,
    raknat_om(vikt(sista_stay), aterinskriven) as antal_aterinskrivna,
from index_episod as i
join fall on stay = sista_stay
join vantan_kort on vantedagar between minst and hogst
group by all
