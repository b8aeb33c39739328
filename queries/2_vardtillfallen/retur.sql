-- One row per band of days until a return, as far as the parameter reaches: 1-7, 8-14, 15-30
-- where it is 30; 8-10 is the last where it is 10, 31-90 where it is 90.
select
    forsta,
    least(
        coalesce(lead(forsta) over (order by forsta) - 1, tak), tak
    ) as sista,
    if(forsta = sista, forsta::varchar, forsta || '-' || sista) as retur,
from (select unnest([1, 8, 15, 31]) as forsta)
cross join (select cast(getvariable('aterinskrivning_dagar') as integer) as tak)
where forsta <= tak
