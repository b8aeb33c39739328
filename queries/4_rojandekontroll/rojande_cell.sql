-- One row per published cell, numbered in the order of the files (with gaps), with the block of the counts it shows.
-- An indicator that is switched off shows no counts and has no block.
with
indikatorer as (
    select *, row_number() over (order by indikator) as indikator_plats,
    from rojande_indikator
),

enheter as (
    select
        niva, enhet_id,
        row_number() over (
            order by
                niva_plats(niva), enhet_id
        ) as enhet_plats,
    from (select distinct niva, enhet_id from indikatorvarde)
),

perioder as (
    select
        periodtyp, period,
        row_number() over (
            order by periodtyp_plats(periodtyp), period
        ) as period_plats,
    from (select distinct periodtyp, period from indikatorvarde)
),

kategorier as (
    select kategori, row_number() over (order by kategori) as kategori_plats,
    from (select distinct kategori from indikatorvarde)
)

select
    (((indikator_plats * 1_000_000 + enhet_plats) * 10_000 + period_plats) * 10
        + grupp_plats(grupp)) * 100_000
        + kategori_plats as rad,
    indikatorvarde.*,
    mangd, typ, matt, visar,
    block,
from indikatorvarde
join indikatorer using (indikator)
join enheter using (niva, enhet_id)
join perioder using (periodtyp, period)
join kategorier using (kategori)
left join rojande_block using (mangd, niva, enhet_id, periodtyp, period, grupp)
