-- One row per calendar day of the years the data spans, with its class: the first that fits.
with granne as (
    select
        *,
        lag(ledig) over (order by datum) and lead(ledig) over (order by datum)
            as mellan_lediga,
    from dagtyp
)
select
    datum,
    veckodag,
    case
        when storhelg_id is not null then 'storhelg'
        when rod then 'rod_dag'
        when afton and veckodag <= 5 then 'helgdagsafton'
        when veckodag <= 5 and mellan_lediga then 'klamdag'
        when veckodag = 6 then 'lordag'
        when veckodag = 7 then 'sondag'
        else 'vardag'
    end as dagklass,
    storhelg_id,
    rod,
    ledig,
    samverkansdag.datum is not null as samverkansdag,
    -- ISO weeks; a span may run over the new year.
    case
        when getvariable('sommar_fran_vecka') <= getvariable('sommar_till_vecka')
            then weekofyear(datum)
                between getvariable('sommar_fran_vecka') and getvariable('sommar_till_vecka')
        else
            weekofyear(datum) >= getvariable('sommar_fran_vecka')
            or weekofyear(datum) <= getvariable('sommar_till_vecka')
    end as sommarvecka,
from granne
left join storhelg on granne.datum between storhelg.forsta and storhelg.sista
left join (select distinct datum from profil_samverkansdag) as samverkansdag using (datum)
cross join dataspann
where year(datum) between year(aldsta_dag) and year(greatest(sista_dag, sista_datadag))
