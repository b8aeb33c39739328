-- One row per unit, storhelg, day of discharge and destination: cases around the storhelg.
with per_enhet as (
    select
        unnest(enheter(kommun, delregion, vardgivare), recursive := true),
        storhelg_id, kategori, destination,
        vikt(stay) as vikt,
    from helgfall
)
select
    niva, enhet_id,
    storhelg_id as period,
    kategori, destination,
    raknat(vikt) as fall,
from per_enhet
where enhet_id is not null
group by all
