-- One row per storhelg: its days with adjoining Saturdays and Sundays, and the days around.
-- Pingst is left out: agreements differ.
with karna as (
    select
        datum,
        case
            when namn in ('Långfredagen', 'Påskafton', 'Påskdagen', 'Annandag påsk')
                then 'Påsk'
            when namn in ('Midsommarafton', 'Midsommardagen') then 'Midsommar'
            when namn in ('Julafton', 'Juldagen', 'Annandag jul') then 'Jul'
            when namn in ('Nyårsafton', 'Nyårsdagen') then 'Nyår'
        end as namn,
        -- Nyårsafton belongs to the year it leads into.
        year(datum + 1) as ar,
    from helgdag
),
helg as (
    select namn, ar, min(datum) as forsta, max(datum) as sista,
    from karna
    where namn is not null
    group by namn, ar
    having count(*) >= 2  -- not the half nyår at either end of the calendar
),
med_helgdagar as (
    select
        namn || ' ' || ar as namn,
        forsta - case isodow(forsta) when 1 then 2 when 7 then 1 else 0 end as forsta,
        sista + case isodow(sista) when 5 then 2 when 6 then 1 else 0 end as sista,
    from helg
)
select
    forsta as storhelg_id,
    namn,
    forsta,
    sista,
    forsta - 1 as dag_fore,
    min(datum) as forsta_vardag,
from med_helgdagar
join dagtyp on datum > sista and datum <= sista + 14 and not ledig
group by all
