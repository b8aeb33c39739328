-- One row per month of discharge: ended stays and ended cases, the region whole.
select
    manad,
    cast(coalesce(sum(vardtillfallen), 0) as bigint) as vardtillfallen,
    cast(coalesce(sum(fall), 0) as bigint) as fall,
from (select distinct manad from period_manad)
left join (
    select date_trunc('month', ut_datum) as manad, count(*) as vardtillfallen,
    from vardtillfalle
    group by all
) using (manad)
left join (select manad, sum(fall) as fall, from kub_fall group by all) using (manad)
group by all
order by manad
