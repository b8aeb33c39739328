-- One row per group the extract knows: everyone, and what its columns tell apart.
select 'alla' as grupp
union all
select grupp,
from (values
    ('somatik', 'vardform'),
    ('psykiatri', 'vardform'),
    ('65plus', 'fodelsear'),
    ('80plus', 'fodelsear')
) as g (grupp, kolumn)
semi join kolumn_finns using (kolumn)
