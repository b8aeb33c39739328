-- One row per kommun, delregion and region, month or year, and range of ages: the inhabitants, where they are known for
-- every kommun in it. A delregion holds the kommuner that belong to it on the period's last day.
with plats as (
    select
        periodtyp, period, kod as kommun,
        unnest(enheter(kod, delregion, null), recursive := true),
    from period
    cross join profil_kommun
    left join kommun_delregion on kommun = kod and slut between fran and till
    where periodtyp in ('manad', 'ar')
)
select
    niva, enhet_id, periodtyp, period, a.alder,
    cast(sum(antal) as bigint) as antal,
from plats
cross join aldersintervall as a
left join befolkning_ar as b
    on b.kommun = plats.kommun and b.ar = year(period) and b.alder = a.alder
where enhet_id is not null
group by all
having count(*) = count(antal)
