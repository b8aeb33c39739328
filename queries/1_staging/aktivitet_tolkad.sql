-- One row per row of aktiviteter*, read.
with falt as (
    select
        a.nr, a.fil, a.rad, k.kod as kommun, k.fel as kommunfel, falttext(a.start) as starttext,
        falttext(a.slut) as sluttext, falttext(a.rubrik) as rubrik,
        nyckeltext(a.status) as status, falttext(a.framgangsfaktor) as faktortext,
    from raw.aktiviteter as a
    left join kommun_uppslag as k
        on k.kommunkod is not distinct from a.kommunkod and k.kommun is not distinct from a.kommun
),
last as (
    select
        *,
        coalesce(las_tid(starttext)::date, las_datum(starttext)) as start,
        coalesce(las_tid(sluttext)::date, las_datum(sluttext)) as slut,
        try_cast(faktortext as integer) as faktor,
    from falt
)
select
    nr, fil, rad, kommun, start, rubrik,
    case when slut >= start then slut end as slut,
    case
        when status in ('genomford', 'genomfort', 'klar') then 'genomford'
        when status in ('planerad', 'planerat') then 'planerad'
    end as status,
    case when faktor between 1 and 12 then faktor end as framgangsfaktor,
    sluttext is not null and (slut >= start) is not true as slut_struket,
    faktortext is not null and (faktor between 1 and 12) is not true as faktor_struken,
    status <> '' and status not in ('genomford', 'genomfort', 'klar', 'planerad', 'planerat')
        as status_struken,
    case
        when coalesce(starttext, sluttext, rubrik) is null and kommunfel = 'kommun_saknas'
            then 'tom_rad'
        when starttext is null or rubrik is null then 'uppgift_saknas'
        when start is null then 'ogiltigt_datum'
        else kommunfel
    end as fel_kod,
    case
        when start is null then 'start'
        when rubrik is null then 'rubrik'
        else 'kommun'
    end as fel_kolumn,
from last
