-- One row: the days the used rows span. A removed readiness is no date of theirs. The first are
-- without those apart from all others: an early one of a long stay is no beginning of the data.
with datum as (
    select in_datum as dag, 'in' as slag from s_vardtillfalle
    union all
    select ut_datum, 'ut' from s_vardtillfalle
    union all
    select klar_datum, 'klar' from notis where strykning is null
)
select
    min(dag) as aldsta_dag,
    min(dag) filter (where dag >= forsta) as forsta_dag,
    max(dag) as sista_dag,
    coalesce(cast(getvariable('sista_datadag_profil') as date), max(dag)) as sista_datadag,
    min(dag) filter (where slag = 'in' and dag >= forsta) as forsta_inskrivning,
    min(dag) filter (where slag = 'klar' and dag >= forsta) as forsta_klar,
from datum
cross join rimliga_dagar
