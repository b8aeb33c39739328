-- One row per level and type of period: published cells, how many are hidden, and the share of the region's cases that no shown cell
-- of one patient group, all patients, holds (hidden, or of no unit at the level). Null where that cannot be compared.
-- Read from published rows alone, so no share tells of a hidden cell what the files do not.
with
fall as (
    select niva, periodtyp, period, status, antal,
    from publicerat
    where indikator = 'medeldagar_alla' and grupp = 'alla'
        and periodtyp in ('manad', 'kvartal', 'halvar', 'ar')
),

regionens_ar as (
    select year(period) as ar, antal as fall_i_ar,
    from fall
    where niva = 'region' and periodtyp = 'ar' and status = 'visas'
),

alla_fall as (select sum(fall_i_ar) as alla from regionens_ar),

synliga as (
    select niva, periodtyp, coalesce(sum(antal), 0) as synliga,
    from fall
    join regionens_ar on ar = year(period)
    group by niva, periodtyp
)

select
    niva, periodtyp,
    cast(count(*) as integer) as celler,
    cast(count_if(status = 'skyddad') as integer) as skyddade,
    hel_procent(skyddade, celler) as andel,
    hel_procent(any_value(alla - synliga), any_value(alla)) as fall_utanfor,
from publicerat
left join synliga using (niva, periodtyp)
cross join alla_fall
group by niva, periodtyp
order by
    niva_plats(niva),
    periodtyp_plats(periodtyp)
