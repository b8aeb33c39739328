-- One row per row of aktiviteter*, read.
with falt as (
    select
        a.nr, a.fil, a.rad, k.kod as kommun, k.fel as kommunfel, a.start_datum as start,
        a.slut_datum as slut, a.datumfel, a.rubrik::varchar as rubrik,
        nyckeltext(a.status) as status, a.framgangsfaktor::varchar as faktortext,
        try_cast(a.framgangsfaktor::varchar as integer) as faktor,
    from raw.aktiviteter as a
    left join kommun_uppslag as k
        on k.kommunkod is not distinct from a.kommunkod and k.kommun is not distinct from a.kommun
)
select
    nr, fil, rad, kommun, start, rubrik,
    case when slut >= start then slut end as slut,
    case
        when status in ('genomford', 'genomfort', 'klar') then 'genomford'
        when status in ('planerad', 'planerat') then 'planerad'
    end as status,
    case when faktor between 1 and 12 then faktor end as framgangsfaktor,
    coalesce(slut < start, false) as slut_fore_start, datumfel,
    faktortext is not null and (faktor between 1 and 12) is not true as faktor_struken,
    status <> '' and status not in ('genomford', 'genomfort', 'klar', 'planerad', 'planerat')
        as status_struken,
    case
        when coalesce(start, slut) is null and datumfel is null and rubrik is null
            and kommunfel = 'kommun_saknas' then 'tom_rad'
        when har_datumfel(datumfel, 'start') then datumfel_kod(datumfel, 'start')
        when start is null then 'uppgift_saknas:start'
        when rubrik is null then 'uppgift_saknas:rubrik'
        when kommunfel is not null then kommunfel || ':kommun'
    end as fel,
from falt
