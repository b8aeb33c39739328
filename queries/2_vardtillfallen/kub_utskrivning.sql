-- One row per finest cell of ended stays, whether or not they were ever ready.
select
    cast(date_trunc('month', ut_datum) as date) as manad,
    kommun, delregion, vardgivare, vardform, aldersband,
    cast(isodow(ut_datum) as tinyint) as ut_veckodag,
    raknat(vikt(stay)) as antal_vardtillfallen,
from vardtillfalle
where ut_datum is not null
group by all
