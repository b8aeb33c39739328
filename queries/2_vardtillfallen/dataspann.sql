-- One row: the days the used rows span. A removed readiness is no date of theirs.
with datum as (
    select in_datum as dag, 'in' as slag from s_vardtillfalle
    union all
    select ut_datum, 'ut' from s_vardtillfalle
    union all
    select klar_datum, 'klar' from notis where strykning is null
)
select
    min(dag) as forsta_dag,
    max(dag) as sista_dag,
    coalesce(cast(getvariable('sista_datadag_profil') as date), max(dag)) as sista_datadag,
    min(dag) filter (where slag = 'in') as forsta_inskrivning,
    min(dag) filter (where slag = 'klar') as forsta_klar,
from datum
