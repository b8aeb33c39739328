-- One row per kind of row, vårdgivare and day: used rows. Stays count on the day of discharge (of admission where the
-- extracts have no discharge), notices on that of readiness.
with handelse as (
    select
        'vardtillfallen' as uppgift, vardgivare,
        case when har_utskrivning then ut_datum else in_datum end as dag,
    from s_vardtillfalle
    cross join (select count(ut_datum) > 0 as har_utskrivning, from s_vardtillfalle)
    union all
    -- A readiness that was removed has a date that is wrong.
    select 'underrattelser', hos_vardgivare, klar_datum, from notis where strykning is null
    union all
    select 'underrattelser', vardgivare, klar_datum, from s_notis where stay is null
)
select uppgift, vardgivare, dag, count(*) as antal,
from handelse
join rimliga_dagar on dag >= forsta
group by all
