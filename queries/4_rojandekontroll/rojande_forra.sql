-- One row per cell that a series binds: `fryst` = it stands as it was first published (the columns from taljare on), `dold` = it is not shown.
-- lage says why: visad or dold in the former publication, vantar = its period is not final (or was shown before it was).
-- What was shown of a period before its end stands, with all else of that period: the sum as it grew would tell what it grew by. So
-- everything ever shown is in the latest publication, and what that one withstands all of them do.
with
tidigare as (
    select
        rad, mangd, periodtyp, period,
        f.taljare, f.namnare, f.antal, f.varde, f.nedre, f.ovre, f.status, f.slutlig,
        f.namnare is not null as har_tal,
        bool_or(har_tal) over (partition by indikator) as raknades,
    from forra_rad as f
    join rojande_cell using (indikator, niva, enhet_id, periodtyp, period, grupp, kategori)
),

-- Periods of which something was shown before they were final.
lopande as (
    select distinct mangd, periodtyp, period, true as lopande,
    from tidigare
    where slutlig = 0 and har_tal
),

lagda as (
    select
        rad,
        case
            -- Perturbed figures hide nothing: what was final stands as first published, the rest is counted anew.
            when getvariable('metod') = 'ckm' then if(har_tal and tidigare.slutlig = 1, 'visad', null)
            when lopande or (ny.slutlig = 0 and coalesce(tidigare.slutlig, 0) = 0) then 'vantar'
            when har_tal then 'visad'
            when tidigare.status = 'skyddad' and tidigare.slutlig = 1 then 'dold'
            when tidigare.status = 'saknas' and tidigare.slutlig = 1 and raknades then 'saknas'
        end as lage,
        coalesce(har_tal or (tidigare.status = 'saknas' and raknades), false) as visas_igen,
        tidigare.* exclude (rad, mangd, periodtyp, period, har_tal, raknades),
    from (select rad, mangd, periodtyp, period, slutlig from rojande_cell where getvariable('serie')) as ny
    left join lopande using (mangd, periodtyp, period)
    left join tidigare using (rad)
)

select
    rad, lage,
    visas_igen and (lage = 'vantar' or not getvariable('revision')) as fryst,
    not fryst and lage in ('vantar', 'dold') as dold,
    taljare, namnare, antal, varde, nedre, ovre, status, slutlig,
from lagda
where lage is not null
