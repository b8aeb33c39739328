-- One row per indicator and level: published cells, how many are hidden, and the share of the region's cases that no shown cell of the
-- level holds (hidden, or of no unit there), in the years, all patients, category by category. Null where the region shows none.
-- Read from published rows alone, so no share tells of a hidden cell what the files do not.
with
-- The cases of one cell: in a distribution antal is all of the period's, in every category.
ar as (
    select indikator, niva, period, kategori, status, if(typ = 'fordelning', taljare, antal) as fall,
    from publicerat
    join rojande_indikator using (indikator)
    where periodtyp = 'ar' and grupp = 'alla'
),

jamforda as (
    select
        ar.indikator, ar.niva, regionen.period, regionen.kategori,
        any_value(regionen.fall) as regionens, coalesce(sum(ar.fall), 0) as synliga,
    from ar
    join ar as regionen using (indikator, period, kategori)
    where regionen.niva = 'region' and regionen.status = 'visas'
    group by all
),

andelar as (
    select indikator, niva, hel_procent(sum(regionens - synliga), sum(regionens)) as fall_utanfor,
    from jamforda
    group by indikator, niva
)

select
    indikator, niva,
    cast(count(*) as integer) as celler,
    cast(count_if(status = 'skyddad') as integer) as skyddade,
    hel_procent(skyddade, celler) as andel,
    if(niva = 'region', null, any_value(fall_utanfor)) as fall_utanfor, -- of itself the region holds all
from publicerat
left join andelar using (indikator, niva)
group by indikator, niva
order by
    indikator,
    niva_plats(niva)
