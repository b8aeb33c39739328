-- One row per calendar day with its class; the first class that fits holds.
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
from granne
left join storhelg on granne.datum between storhelg.forsta and storhelg.sista
left join (select distinct datum from profil_samverkansdag) as samverkansdag using (datum)
