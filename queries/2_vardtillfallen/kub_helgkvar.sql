-- One row per finest cell of cases ready on a Thursday or Friday: all, and those still in on the Monday after.
select
    manad, kommun, delregion, vardgivare, vardform, aldersband,
    sum(antal_fall) as antal_klara,
    coalesce(sum(antal_fall) filter (where vantedagar >= 8 - klar_veckodag), 0) as antal_kvar,
from kub_fall
where klar_veckodag in (4, 5)
group by all
