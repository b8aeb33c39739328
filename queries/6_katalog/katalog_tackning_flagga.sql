-- One row per flag on coverage that may be published: each of its months is a published
-- figure that can be seen, for a flag can give a hidden one away.
with synlig as (
    select distinct
        case indikator
            when 'veckodag_utskrivning_alla' then 'vardtillfallen'
            when 'medeldagar_alla' then 'underrattelser'
        end as uppgift,
        niva, enhet_id, period as manad, true as visas,
    from publicerat
    where
        indikator in ('veckodag_utskrivning_alla', 'medeldagar_alla')
        and periodtyp = 'manad' and grupp = 'alla' and antal is not null
)
select
    f.uppgift, f.niva, f.enhet_id, flagga, cast(fran as varchar) as fran,
    cast(till as varchar) as till,
from tackning_flagga as f
join tackning_manad as m
    on m.uppgift = f.uppgift and m.niva = f.niva and m.enhet_id = f.enhet_id
    and m.manad between f.fran and f.till
left join synlig as s
    on s.uppgift = f.uppgift and s.niva = f.niva and s.enhet_id = f.enhet_id
    and s.manad = m.manad
group by all
having bool_and(coalesce(visas, false))
order by f.uppgift desc, f.niva, f.enhet_id, fran, flagga
