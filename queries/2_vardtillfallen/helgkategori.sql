-- One row per storhelg and day its cases can have left: the day before through the first
-- working day after, later, still in.
select
    storhelg_id as period,
    strftime(
        unnest(generate_series(dag_fore, forsta_vardag, interval 1 day)), '%Y-%m-%d'
    ) as kategori,
from storhelg
union all
select storhelg_id, unnest(['senare', 'kvar']), from storhelg
